SELECT CarrierId, TargetId
FROM ChangeRequest
WHERE CountedBy < @before
LIMIT @limit;
