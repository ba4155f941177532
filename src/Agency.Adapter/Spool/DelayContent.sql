UPDATE Delivery SET DueAt = @DueAt, Tries = Tries + 1, WaitsFor = @WaitsFor
WHERE PackageSha256 = @PackageSha256 AND Phase = 'ContentPending'
