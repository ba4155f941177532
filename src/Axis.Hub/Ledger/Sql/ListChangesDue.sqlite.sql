SELECT *
FROM ChangeRequest
WHERE Status = 1 AND DueAt < @now
ORDER BY DueAt
LIMIT @limit;
