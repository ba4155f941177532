SELECT TOP (@limit) t.CarrierId, t.TargetId
FROM dbo.ChangeRequest AS t
WHERE t.CountedBy < @before;
