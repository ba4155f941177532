SELECT TOP (@limit) s.* FROM dbo.Stuck AS s WHERE @status IS NULL OR s.Status = @status ORDER BY s.RecordedAt;
