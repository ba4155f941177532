SELECT Header FROM SentHeader WHERE SubmissionId = @SubmissionId
