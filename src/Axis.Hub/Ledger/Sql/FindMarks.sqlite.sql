SELECT t.*
FROM json_each(@ids) AS k
INNER JOIN CopyMark AS t ON t.DeliveryId = k.value;
