-- The mended document that waits for a delivery, or has taken its place, stands while it is neither void nor refused.
SELECT c.DeliveryId
FROM json_each(@ids) AS k
INNER JOIN Cancel AS c ON c.DeliveryId = k.value
INNER JOIN Delivery AS d ON d.DeliveryId = c.WaitingDeliveryId
WHERE d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> '02');
