UPDATE Delivery SET Phase = 'Placing', Taken = 1 WHERE DeliveryId = @DeliveryId AND Phase = 'Available'
