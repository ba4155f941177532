UPDATE Delivery SET Attempt = @Attempt WHERE DeliveryId = @DeliveryId AND Attempt < @Attempt
