INSERT INTO Owed (DeliveryId, Item) VALUES (@DeliveryId, @Item)
