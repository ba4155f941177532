UPDATE Mark SET DueAt = NULL, WaitsFor = NULL WHERE DeliveryId = @DeliveryId AND Kind = @Kind RETURNING Attempt
