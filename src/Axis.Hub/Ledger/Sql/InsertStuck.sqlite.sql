WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO Stuck (
    StuckId, Kind, Queue, AdapterCode, DeliveryId, Attempt, Body, Headers, Reason, RecordedAt, Status, ClosedBy, ClosedReason, ClosedAt)
SELECT
    value ->> 'StuckId', value ->> 'Kind', value ->> 'Queue', value ->> 'AdapterCode', value ->> 'DeliveryId', value ->> 'Attempt', unbase64(value ->>
    'Body'), value ->> 'Headers', value ->> 'Reason', value ->> 'RecordedAt', value ->> 'Status', value ->> 'ClosedBy', value ->> 'ClosedReason',
    value ->> 'ClosedAt'
FROM j;
