UPDATE Delivery SET StatesDue = 0
FROM json_each(@rows) AS k
WHERE Delivery.DeliveryId = k.value ->> 'DeliveryId' AND Delivery.Version = k.value ->> 'Version';
