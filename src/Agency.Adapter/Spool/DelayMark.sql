UPDATE Mark SET DueAt = @DueAt, Tries = Tries + 1, WaitsFor = @WaitsFor
WHERE DeliveryId = @DeliveryId AND Kind = @Kind AND DueAt IS NOT NULL
