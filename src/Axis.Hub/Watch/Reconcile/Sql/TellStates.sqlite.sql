UPDATE Delivery SET StatesDue = 1
FROM json_each(@ids) AS k
WHERE Delivery.DeliveryId = k.value;
