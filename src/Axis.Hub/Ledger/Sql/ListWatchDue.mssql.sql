SELECT TOP (@limit) d.DeliveryId
FROM dbo.Delivery AS d
WHERE d.WatchAt IS NOT NULL AND d.WatchAt < @now
ORDER BY d.WatchAt;
