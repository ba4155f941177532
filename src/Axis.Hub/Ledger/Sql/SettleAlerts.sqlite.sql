UPDATE Alert SET OpenItems = (SELECT COUNT(*) FROM AlertItem AS i WHERE i.AlertId = Alert.AlertId AND i.ClosedAt IS NULL)
WHERE AlertId IN (SELECT value FROM json_each(@ids)) AND ClosedAt IS NULL;

UPDATE Alert SET ClosedAt = @at, ClosedBy = 'hub', ClosedReason = @reason, LastSeenAt = @at, Version = Version + 1,
    TellAt = CASE WHEN Muted = 0 THEN @at ELSE NULL END
WHERE AlertId IN (SELECT value FROM json_each(@ids)) AND ClosedAt IS NULL AND OpenItems = 0;
