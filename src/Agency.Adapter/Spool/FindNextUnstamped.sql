SELECT MIN(DueAt) FROM Submission WHERE NeedsTimeStamp = 1
