INSERT INTO SentHeader (SubmissionId, Header)
VALUES (@SubmissionId, @Header)
ON CONFLICT (SubmissionId) DO UPDATE SET Header = excluded.Header
