SELECT MIN(DueAt) FROM Submission WHERE DueAt IS NOT NULL AND NeedsTimeStamp = 0 AND NeedsUpload = @NeedsUpload
