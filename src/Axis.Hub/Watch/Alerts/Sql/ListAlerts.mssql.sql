SELECT TOP (@limit)
    a.AlertId, a.CaseNumber, a.Kind, a.Severity, a.Cause, a.AdapterCode, g.Code AS AgencyCode, c.Code AS CounterpartCode, a.CounterAdapterCode, a.DocumentId,
    t.CodeNumber, t.CodeNotation, a.SubmissionId, a.Finding, a.OpenedAt, a.LastSeenAt, a.Seen, a.OpenItems, a.Version, a.ClosedAt, a.ClosedBy, a.ClosedReason
FROM dbo.Alert AS a
LEFT JOIN dbo.Agency AS g ON g.AgencyId = a.AgencyId
LEFT JOIN dbo.Agency AS c ON c.AgencyId = a.CounterpartId
LEFT JOIN dbo.Document AS t ON t.DocumentId = a.DocumentId
WHERE a.Muted = 0 AND (a.LastSeenAt >= @since OR a.ClosedAt IS NULL)
    AND (@adapter IS NULL OR a.AdapterCode = @adapter OR a.CounterAdapterCode = @adapter)
ORDER BY CASE WHEN @openFirst = 1 AND a.ClosedAt IS NULL THEN 0 ELSE 1 END, a.LastSeenAt DESC, a.AlertId;
