DELETE FROM Alert WHERE LastSeenAt < @before AND ClosedAt < @before AND Hushed = 0 AND TellAt IS NULL;
