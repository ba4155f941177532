SELECT r.RunId
FROM StatementRun AS r
WHERE r.CompletedAt IS NOT NULL AND r.CompletedAt >= @since AND NOT EXISTS (SELECT 1 FROM MailedRun AS m WHERE m.RunId = r.RunId)
ORDER BY r.CompletedAt;
