-- One of its deliveries is on its way again, or has failed anew: the time of its bytes begins when that has come to rest.
DELETE FROM Rested WHERE Sha256 = (SELECT PackageSha256 FROM Submission WHERE SubmissionId = @SubmissionId)
