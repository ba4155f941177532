SELECT TOP (@limit) a.AlertId, a.Kind, a.AdapterCode, g.Code AS AgencyCode, a.SubmissionId, a.Finding, a.OpenedAt, a.LastSeenAt, a.Seen
FROM dbo.Alert AS a
LEFT JOIN dbo.Agency AS g ON g.AgencyId = a.AgencyId
WHERE a.LastSeenAt >= @since AND (@adapter IS NULL OR a.AdapterCode = @adapter)
ORDER BY a.LastSeenAt DESC, a.AlertId;
