-- Only the try that was sent: a receipt or a repeat may have come meanwhile.
UPDATE Submission
SET State = 'Sent', Sends = Sends + 1, DueAt = @DueAt, WaitsFor = NULL
WHERE SubmissionId = @SubmissionId AND Try = @Try AND State IN ('Waiting', 'Sent')
