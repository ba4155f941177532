SELECT Attempt FROM Tombstone WHERE DeliveryId = @DeliveryId
