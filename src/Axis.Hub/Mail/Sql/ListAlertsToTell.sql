SELECT
    a.AlertId, a.CaseNumber, a.Kind, a.Cause, a.Severity, a.AdapterCode, a.CounterAdapterCode, a.AgencyId, a.CounterpartId, t.CodeNumber, t.CodeNotation, a.Finding,
    a.OpenedAt, a.LastSeenAt, a.Seen, a.OpenItems, a.Version, a.ClosedAt
FROM Alert AS a
LEFT JOIN Document AS t ON t.DocumentId = a.DocumentId
WHERE a.Muted = 0 AND a.CaseNumber IS NOT NULL AND (a.ClosedAt IS NULL OR a.LastSeenAt >= @since)
ORDER BY a.CaseNumber;
