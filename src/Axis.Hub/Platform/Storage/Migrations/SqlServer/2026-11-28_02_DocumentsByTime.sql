-- The list of documents is read by time, newest first, however many there are.

CREATE INDEX IX_Document_Accepted ON dbo.Document (AcceptedAt DESC, DocumentId DESC);
