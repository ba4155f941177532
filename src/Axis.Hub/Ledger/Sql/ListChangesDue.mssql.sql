SELECT TOP (@limit) t.*
FROM dbo.ChangeRequest AS t
WHERE t.Status = 1 AND t.DueAt < @now
ORDER BY t.DueAt;
