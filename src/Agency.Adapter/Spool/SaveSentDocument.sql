INSERT INTO SentDocument (SubmissionId, Sender, DocumentId, Family, Code)
VALUES (@SubmissionId, @Sender, @DocumentId, @Family, @Code)
ON CONFLICT (SubmissionId) DO UPDATE
SET Sender = excluded.Sender, DocumentId = excluded.DocumentId, Family = excluded.Family, Code = excluded.Code
