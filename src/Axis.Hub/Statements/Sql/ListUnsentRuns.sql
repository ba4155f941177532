SELECT r.RunId
FROM StatementRun AS r
WHERE EXISTS (SELECT 1 FROM StatementParcel AS p WHERE p.RunId = r.RunId AND p.SentAt IS NULL)
ORDER BY r.StartedAt, r.RunId;
