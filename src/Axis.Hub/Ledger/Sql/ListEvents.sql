SELECT * FROM DeliveryEvent WHERE DeliveryId = @deliveryId ORDER BY Sequence;
