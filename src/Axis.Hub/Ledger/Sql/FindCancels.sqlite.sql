SELECT t.*
FROM json_each(@ids) AS k
INNER JOIN Cancel AS t ON t.DeliveryId = k.value;
