-- The events that start the clock of arrival. Each was recorded at the instant from which it runs.
SELECT t.DeliveryId, t.Sequence, t.RecordedAt
FROM json_each(@ids) AS k
INNER JOIN DeliveryEvent AS t ON t.DeliveryId = k.value
WHERE t.Kind IN ('ACCEPTED', 'RELEASED', 'RESENT');
