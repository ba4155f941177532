CREATE INDEX IX_BookDifference_Subject ON dbo.BookDifference (SubjectId);
