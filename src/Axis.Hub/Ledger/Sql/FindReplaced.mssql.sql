-- The mended document that waits for a delivery, or has taken its place, stands while it is neither void nor refused.
SELECT c.DeliveryId
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Cancel AS c ON c.DeliveryId = k.Id
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = c.WaitingDeliveryId
WHERE d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> N'02');
