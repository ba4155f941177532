SELECT *
FROM ChangeRequest
WHERE WarnAt IS NOT NULL AND WarnAt < @now
ORDER BY WarnAt
LIMIT @limit;
