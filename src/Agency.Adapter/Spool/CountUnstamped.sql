SELECT COUNT(*) FROM Submission WHERE NeedsTimeStamp = 1 AND DueAt IS NOT NULL
