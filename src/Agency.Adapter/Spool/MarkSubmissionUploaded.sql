UPDATE Submission SET NeedsUpload = 0, DueAt = @Now, WaitsFor = NULL
WHERE PackageSha256 = @PackageSha256 AND NeedsUpload = 1
