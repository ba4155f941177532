UPDATE Delivery SET DueAt = @DueAt, Tries = Tries + 1, WaitsFor = @WaitsFor
WHERE DeliveryId = @DeliveryId AND Phase = @Phase AND DueAt IS NOT NULL
