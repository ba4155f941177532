SELECT d.SubmissionId, d.Sender, d.DocumentId, d.Family, d.Code, s.PackageSha256, s.State, s.HandedOverAt, s.Manifest, s.Receipt
FROM SentDocument d
JOIN Submission s ON s.SubmissionId = d.SubmissionId
WHERE d.Family = @Family AND s.State IN ('Waiting', 'Sent', 'Accepted')
ORDER BY s.Cursor DESC
