-- The events that start the clock of arrival. Each was recorded at the instant from which it runs.
SELECT e.DeliveryId, e.Sequence, e.RecordedAt
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.DeliveryEvent AS e ON e.DeliveryId = k.Id
WHERE e.Kind IN (N'ACCEPTED', N'RELEASED', N'RESENT');
