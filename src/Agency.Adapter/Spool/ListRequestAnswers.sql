-- What this agency has answered to a request, oldest first; what the hub refused was no answer.
SELECT a.Code, a.SubmissionId, s.HandedOverAt
FROM RequestAnswer a
JOIN Submission s ON s.SubmissionId = a.SubmissionId
WHERE a.CarrierId = @CarrierId AND s.State IN ('Waiting', 'Sent', 'Accepted')
ORDER BY s.Cursor
