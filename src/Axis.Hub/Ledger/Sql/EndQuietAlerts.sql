UPDATE Alert SET ClosedAt = @at, ClosedBy = 'hub', ClosedReason = @reason, LastSeenAt = @at, Version = Version + 1,
    TellAt = CASE WHEN Muted = 0 THEN @at ELSE NULL END
WHERE ClosedAt IS NULL AND Kind IN ('secret-refused', 'submission-refused') AND LastSeenAt < @before
    AND NOT EXISTS (
        SELECT 1 FROM RefusalCase AS c
        INNER JOIN RefusalEvent AS e ON e.CaseId = c.CaseId
        WHERE Alert.Kind = 'submission-refused' AND c.AgencyId = Alert.AgencyId AND c.RestSince IS NULL AND c.ReceiverCode = '' AND e.Kind = 'REFUSED' AND e.Detail = Alert.Cause
            AND e.Source = CONCAT('adapter:', Alert.AdapterCode));
