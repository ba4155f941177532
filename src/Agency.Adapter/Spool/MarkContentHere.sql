UPDATE Delivery SET Phase = 'Received', DueAt = @Now, Tries = 0, WaitsFor = NULL
WHERE PackageSha256 = @PackageSha256 AND Phase = 'ContentPending'
