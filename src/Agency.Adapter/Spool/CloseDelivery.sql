UPDATE Delivery
SET Phase = @Phase, Taken = @Taken, ClosedAt = @ClosedAt, Reason = @Reason, Cause = @Cause, DueAt = NULL, WaitsFor = NULL
WHERE DeliveryId = @DeliveryId
