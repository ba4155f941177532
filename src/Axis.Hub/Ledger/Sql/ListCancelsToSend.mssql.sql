-- A spool that has never been asked is asked at once.
SELECT TOP (@limit) c.*
FROM dbo.Cancel AS c
LEFT JOIN dbo.AdapterLink AS l ON l.AdapterCode = c.AdapterCode
WHERE c.Answer IS NULL
    AND (c.NextSendAt <= @now OR (c.SentAt IS NOT NULL AND l.SpoolId IS NOT NULL AND (c.SentToSpoolId IS NULL OR c.SentToSpoolId <> l.SpoolId)))
ORDER BY c.NextSendAt;
