WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO RefusalEvent (CaseId, Sequence, Kind, Copies, Source, Detail, RecordedAt, EffectiveAt)
SELECT
    value ->> 'CaseId',
    value ->> 'Sequence',
    value ->> 'Kind',
    value ->> 'Copies',
    value ->> 'Source',
    value ->> 'Detail',
    value ->> 'RecordedAt',
    value ->> 'EffectiveAt'
FROM j;
