DELETE FROM ClosedSubmission WHERE SubmissionId = @SubmissionId
