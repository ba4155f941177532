SELECT TOP (@limit) t.*
FROM dbo.ChangeRequest AS t
WHERE t.WarnAt IS NOT NULL AND t.WarnAt < @now
ORDER BY t.WarnAt;
