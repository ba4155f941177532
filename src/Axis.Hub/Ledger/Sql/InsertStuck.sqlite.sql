-- No bytes at all are a message too, and the driver hands an empty blob back as NULL.
WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO Stuck (
    StuckId, Kind, Queue, AdapterCode, DeliveryId, Attempt, Body, Headers, Reason, RecordedAt, Status, ClosedBy, ClosedReason, ClosedAt)
SELECT
    value ->> 'StuckId', value ->> 'Kind', value ->> 'Queue', value ->> 'AdapterCode', value ->> 'DeliveryId', value ->> 'Attempt',
    coalesce(unbase64(value ->> 'Body'), x''), value ->> 'Headers', value ->> 'Reason', value ->> 'RecordedAt', value ->> 'Status', value ->> 'ClosedBy', value ->> 'ClosedReason',
    value ->> 'ClosedAt'
FROM j;
