INSERT OR IGNORE INTO Claim (Claim, SubmissionId) VALUES (@Claim, @SubmissionId)
