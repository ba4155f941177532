UPDATE i SET OpenedAt = j.OpenedAt, ClosedAt = j.ClosedAt
FROM OPENJSON(@rows) WITH (AlertId uniqueidentifier, DeliveryId uniqueidentifier, OpenedAt datetimeoffset(3), ClosedAt datetimeoffset(3)) AS j
INNER JOIN dbo.AlertItem AS i ON i.AlertId = j.AlertId AND i.DeliveryId = j.DeliveryId;

INSERT INTO dbo.AlertItem (AlertId, DeliveryId, OpenedAt, ClosedAt)
SELECT j.AlertId, j.DeliveryId, j.OpenedAt, j.ClosedAt
FROM OPENJSON(@rows) WITH (AlertId uniqueidentifier, DeliveryId uniqueidentifier, OpenedAt datetimeoffset(3), ClosedAt datetimeoffset(3)) AS j
WHERE NOT EXISTS (SELECT 1 FROM dbo.AlertItem AS e WHERE e.AlertId = j.AlertId AND e.DeliveryId = j.DeliveryId);
