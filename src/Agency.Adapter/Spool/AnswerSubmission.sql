UPDATE Submission
SET State = @State, Receipt = @Receipt, DueAt = @DueAt, Uploaded = CASE WHEN @DueAt IS NULL THEN Uploaded ELSE 0 END, WaitsFor = NULL
WHERE SubmissionId = @SubmissionId
