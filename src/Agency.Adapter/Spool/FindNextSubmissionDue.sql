SELECT MIN(DueAt) FROM Submission WHERE DueAt IS NOT NULL AND NeedsUpload = @NeedsUpload
