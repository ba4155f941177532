SELECT
    a.AlertId, a.CaseNumber, a.Kind, a.Severity, a.Cause, a.AdapterCode, g.Code AS AgencyCode, c.Code AS CounterpartCode, a.CounterAdapterCode, a.DocumentId,
    t.CodeNumber, t.CodeNotation, a.SubmissionId, a.Finding, a.OpenedAt, a.LastSeenAt, a.Seen, a.OpenItems, a.Version, a.ClosedAt, a.ClosedBy, a.ClosedReason
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Alert AS a ON a.AlertId = k.Id
LEFT JOIN dbo.Agency AS g ON g.AgencyId = a.AgencyId
LEFT JOIN dbo.Agency AS c ON c.AgencyId = a.CounterpartId
LEFT JOIN dbo.Document AS t ON t.DocumentId = a.DocumentId
ORDER BY a.OpenedAt, a.AlertId;
