SELECT Receipt
FROM Submission
WHERE Agency = @Agency AND PackageSha256 = @PackageSha256 AND State = 'Accepted'
