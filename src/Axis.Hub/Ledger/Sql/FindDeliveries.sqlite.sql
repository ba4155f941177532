SELECT t.*
FROM json_each(@ids) AS k
INNER JOIN Delivery AS t ON t.DeliveryId = k.value;
