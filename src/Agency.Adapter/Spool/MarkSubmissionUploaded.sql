UPDATE Submission SET Uploaded = @Uploaded WHERE SubmissionId = @SubmissionId AND Try = @Try
