UPDATE Alert SET ClosedAt = @at, ClosedBy = 'hub', ClosedReason = @reason, LastSeenAt = @at, Version = Version + 1,
    TellAt = CASE WHEN Muted = 0 THEN @at ELSE NULL END
WHERE AlertKey IN (SELECT value FROM json_each(@keys)) AND ClosedAt IS NULL;

UPDATE Alert SET Hushed = 0
WHERE AlertKey IN (SELECT value FROM json_each(@keys)) AND Hushed = 1;
