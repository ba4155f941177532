INSERT INTO ClosedSubmission (SubmissionId, ClosedAt, Reason) VALUES (@SubmissionId, @ClosedAt, @Reason)
ON CONFLICT (SubmissionId) DO UPDATE SET ClosedAt = excluded.ClosedAt, Reason = excluded.Reason
