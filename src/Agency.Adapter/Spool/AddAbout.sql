INSERT INTO About (CarrierId, DeliveryId)
VALUES (@CarrierId, @DeliveryId)
ON CONFLICT DO NOTHING
