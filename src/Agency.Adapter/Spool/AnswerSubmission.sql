UPDATE Submission
SET State = @State, Receipt = @Receipt, DueAt = @DueAt, NeedsUpload = @NeedsUpload, WaitsFor = NULL
WHERE SubmissionId = @SubmissionId
