CREATE INDEX IX_BookDifference_Subject ON BookDifference (SubjectId);
