INSERT INTO RequestAnswer (SubmissionId, CarrierId, Code)
VALUES (@SubmissionId, @CarrierId, @Code)
ON CONFLICT (SubmissionId) DO UPDATE SET CarrierId = excluded.CarrierId, Code = excluded.Code
