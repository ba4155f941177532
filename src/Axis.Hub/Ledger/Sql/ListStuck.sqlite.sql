SELECT * FROM Stuck WHERE @status IS NULL OR Status = @status ORDER BY RecordedAt LIMIT @limit;
