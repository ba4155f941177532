SELECT MIN(DueAt) FROM Delivery WHERE Phase = @Phase AND DueAt IS NOT NULL
