SELECT NeedsTimeStamp, NeedsUpload, State, COUNT(*) AS Count, MIN(HandedOverAt) AS Oldest
FROM Submission WHERE DueAt IS NOT NULL
GROUP BY NeedsTimeStamp, NeedsUpload, State
