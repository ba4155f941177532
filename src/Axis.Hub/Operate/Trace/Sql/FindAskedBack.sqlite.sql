SELECT c.DeliveryId
FROM json_each(@ids) AS k
INNER JOIN Cancel AS c ON c.DeliveryId = k.value
WHERE c.Answer IS NULL;
