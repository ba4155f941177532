WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO BookDifferenceEvent (DifferenceId, Sequence, Kind, Source, AtHub, AtAdapter, RecordedAt, EffectiveAt, Reason)
SELECT
    value ->> 'DifferenceId',
    value ->> 'Sequence',
    value ->> 'Kind',
    value ->> 'Source',
    value ->> 'AtHub',
    value ->> 'AtAdapter',
    value ->> 'RecordedAt',
    value ->> 'EffectiveAt',
    value ->> 'Reason'
FROM j;
