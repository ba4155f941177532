INSERT INTO StatusGiven (SubmissionId, DeliveryId, Code)
VALUES (@SubmissionId, @DeliveryId, @Code)
ON CONFLICT (SubmissionId) DO UPDATE SET DeliveryId = excluded.DeliveryId, Code = excluded.Code
