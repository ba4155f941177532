SELECT COUNT(*) FROM Delivery WHERE PackageSha256 = @PackageSha256 AND Phase = 'ContentPending'
