SELECT AlertId, Body, ToldAt FROM Alert
WHERE (@Open = 0 OR ClosedAt IS NULL) AND ToldAt >= @Since
ORDER BY LastSeenAt DESC, AlertId
