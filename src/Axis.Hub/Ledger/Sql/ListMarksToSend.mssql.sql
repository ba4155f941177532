-- A spool that has never been told is told at once.
SELECT TOP (@limit) c.*
FROM dbo.CopyMark AS c
LEFT JOIN dbo.AdapterLink AS l ON l.AdapterCode = c.AdapterCode
WHERE c.AnsweredAt IS NULL
    AND (c.NextSendAt <= @now OR (c.SentAt IS NOT NULL AND l.SpoolId IS NOT NULL AND (c.SentToSpoolId IS NULL OR c.SentToSpoolId <> l.SpoolId)))
ORDER BY c.NextSendAt;
