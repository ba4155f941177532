UPDATE Alert SET ClosedAt = @at, ClosedBy = 'hub', ClosedReason = @reason, LastSeenAt = @at, Version = Version + 1,
    TellAt = CASE WHEN Muted = 0 THEN @at ELSE NULL END
WHERE ClosedAt IS NULL AND Kind = 'submission-refused' AND AgencyId IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM RefusalCase AS c
        INNER JOIN RefusalEvent AS e ON e.CaseId = c.CaseId
        WHERE c.AgencyId = Alert.AgencyId AND c.RestSince IS NULL AND c.ReceiverCode = '' AND e.Kind = 'REFUSED' AND e.Detail = Alert.Cause
            AND e.Source = CONCAT('adapter:', Alert.AdapterCode))
    AND Seen = (
        SELECT COUNT(*) FROM RefusalCase AS c
        INNER JOIN RefusalEvent AS e ON e.CaseId = c.CaseId
        WHERE c.AgencyId = Alert.AgencyId AND c.ReceiverCode = '' AND e.Kind = 'REFUSED' AND e.Detail = Alert.Cause
            AND e.Source = CONCAT('adapter:', Alert.AdapterCode) AND e.RecordedAt >= Alert.OpenedAt);
