UPDATE Submission
SET Sends = Sends + 1, DueAt = @DueAt, WaitsFor = @WaitsFor
WHERE SubmissionId = @SubmissionId AND Try = @Try AND State IN ('Waiting', 'Sent')
