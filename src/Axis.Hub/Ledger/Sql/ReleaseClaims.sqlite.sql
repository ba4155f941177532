UPDATE Delivery SET Phase = 0, ClaimedBy = NULL, ClaimedUntil = NULL
FROM json_each(@ids) AS k
WHERE Delivery.DeliveryId = k.value AND Delivery.Phase = 1 AND Delivery.ClaimedBy = @owner;
