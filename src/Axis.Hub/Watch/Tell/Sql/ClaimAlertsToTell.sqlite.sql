UPDATE Alert SET TellAt = @until
WHERE AlertId IN (SELECT AlertId FROM Alert WHERE TellAt <= @now ORDER BY TellAt, AlertId LIMIT @limit)
RETURNING AlertId;
