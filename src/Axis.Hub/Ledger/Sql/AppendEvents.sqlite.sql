WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO DeliveryEvent (
    DeliveryId, Sequence, Kind, TransportFrom, TransportTo, BusinessFrom, BusinessTo, Attempt, Source, Detail, OccurredAt, RecordedAt, EffectiveAt,
    ProcessingDue, ArriveDue, AnswerDue, ProcessDue, Evidence, Hash)
SELECT
    value ->> 'DeliveryId', value ->> 'Sequence', value ->> 'Kind', value ->> 'TransportFrom', value ->> 'TransportTo', value ->> 'BusinessFrom',
    value ->> 'BusinessTo', value ->> 'Attempt', value ->> 'Source', value ->> 'Detail', value ->> 'OccurredAt', value ->> 'RecordedAt', value ->>
    'EffectiveAt', value ->> 'ProcessingDue', value ->> 'ArriveDue', value ->> 'AnswerDue', value ->> 'ProcessDue', value ->> 'Evidence', value ->>
    'Hash'
FROM j;
