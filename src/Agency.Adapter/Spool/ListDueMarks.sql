SELECT DeliveryId, Kind, Attempt, SubmissionId, Command, Reason, At, MarkedAt, DueAt, Tries, WaitsFor FROM Mark WHERE DueAt IS NOT NULL AND DueAt <= @Now ORDER BY DueAt LIMIT @Limit
