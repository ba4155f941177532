-- A spool that has never been asked is asked at once.
SELECT c.*
FROM Cancel AS c
LEFT JOIN AdapterLink AS l ON l.AdapterCode = c.AdapterCode
WHERE c.Answer IS NULL
    AND (c.NextSendAt <= @now OR (c.SentAt IS NOT NULL AND l.SpoolId IS NOT NULL AND c.SentToSpoolId IS NOT l.SpoolId))
ORDER BY c.NextSendAt
LIMIT @limit;
