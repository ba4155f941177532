SELECT * FROM Alert WHERE Muted = 1 AND ClosedAt IS NULL ORDER BY AlertKey;
