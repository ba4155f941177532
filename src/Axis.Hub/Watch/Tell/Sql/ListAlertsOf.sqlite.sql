SELECT
    a.AlertId, a.CaseNumber, a.Kind, a.Severity, a.Cause, a.AdapterCode, g.Code AS AgencyCode, c.Code AS CounterpartCode, a.CounterAdapterCode, a.DocumentId,
    t.CodeNumber, t.CodeNotation, a.SubmissionId, a.Finding, a.OpenedAt, a.LastSeenAt, a.Seen, a.OpenItems, a.Version, a.ClosedAt, a.ClosedBy, a.ClosedReason
FROM json_each(@ids) AS k
INNER JOIN Alert AS a ON a.AlertId = k.value
LEFT JOIN Agency AS g ON g.AgencyId = a.AgencyId
LEFT JOIN Agency AS c ON c.AgencyId = a.CounterpartId
LEFT JOIN Document AS t ON t.DocumentId = a.DocumentId
ORDER BY a.OpenedAt, a.AlertId;
