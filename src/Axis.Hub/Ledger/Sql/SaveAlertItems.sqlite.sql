INSERT INTO AlertItem (AlertId, DeliveryId, OpenedAt, ClosedAt)
SELECT value ->> 'AlertId', value ->> 'DeliveryId', value ->> 'OpenedAt', value ->> 'ClosedAt'
FROM json_each(@rows) WHERE true
ON CONFLICT (AlertId, DeliveryId) DO UPDATE SET OpenedAt = excluded.OpenedAt, ClosedAt = excluded.ClosedAt;
