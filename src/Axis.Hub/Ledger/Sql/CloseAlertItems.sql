UPDATE AlertItem SET ClosedAt = @at WHERE AlertId = @alertId AND ClosedAt IS NULL;
