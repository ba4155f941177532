SELECT a.AlertId, a.Kind, a.AdapterCode, g.Code AS AgencyCode, a.SubmissionId, a.Finding, a.OpenedAt, a.LastSeenAt, a.Seen
FROM Alert AS a
LEFT JOIN Agency AS g ON g.AgencyId = a.AgencyId
WHERE a.LastSeenAt >= @since AND (@adapter IS NULL OR a.AdapterCode = @adapter)
ORDER BY a.LastSeenAt DESC, a.AlertId
LIMIT @limit;
