UPDATE Alert SET ClosedAt = @at, ClosedBy = 'hub', ClosedReason = @reason, LastSeenAt = @at, Version = Version + 1
WHERE ClosedAt IS NULL AND Kind IN ('secret-refused', 'submission-refused') AND LastSeenAt < @before;
