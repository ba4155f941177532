SELECT SubmissionId FROM Claim WHERE Claim = @Claim
