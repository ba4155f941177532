-- How it had ended stays; what was still on its way here ends.
UPDATE Delivery
SET DestroyedAt = @Now, Phase = CASE WHEN Phase IN ('Done', 'Failed') THEN Phase ELSE 'Cancelled' END, ClosedAt = COALESCE(ClosedAt, @Now),
    DueAt = NULL, WaitsFor = NULL
WHERE DeliveryId = @DeliveryId AND DestroyedAt IS NULL
