-- Stamped, or to go without: from here on its bytes never change. Only the try that was sealed.
UPDATE Submission
SET Manifest = @Manifest, Seal = @Seal, Findings = @Findings, NeedsTimeStamp = 0, Sends = 0, DueAt = @Now, WaitsFor = NULL
WHERE SubmissionId = @SubmissionId AND Try = @Try AND NeedsTimeStamp = 1 AND State = 'Waiting'
