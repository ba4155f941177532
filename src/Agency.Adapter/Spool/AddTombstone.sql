INSERT INTO Tombstone (DeliveryId, Attempt) VALUES (@DeliveryId, @Attempt)
ON CONFLICT (DeliveryId) DO UPDATE SET Attempt = MAX(Attempt, excluded.Attempt)
