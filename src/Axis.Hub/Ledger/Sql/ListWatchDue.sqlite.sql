SELECT d.DeliveryId
FROM Delivery AS d
WHERE d.WatchAt IS NOT NULL AND d.WatchAt < @now
ORDER BY d.WatchAt
LIMIT @limit;
