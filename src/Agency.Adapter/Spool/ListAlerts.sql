SELECT AlertId, Body, LastSeenAt, ToldAt FROM Alert
WHERE (@Open = 0 OR ClosedAt IS NULL) AND ToldAt >= @Since AND (LastSeenAt < @AfterSeen OR (LastSeenAt = @AfterSeen AND AlertId > @AfterId))
ORDER BY LastSeenAt DESC, AlertId
LIMIT @Limit
