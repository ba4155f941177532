SELECT State FROM OwnState WHERE DeliveryId = @DeliveryId ORDER BY Version
