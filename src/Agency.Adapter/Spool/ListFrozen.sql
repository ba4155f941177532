SELECT DeliveryId, Kind, Attempt, SubmissionId, Command, Reason, At, MarkedAt, DueAt, Tries, WaitsFor
FROM Mark
WHERE SubmissionId = @SubmissionId AND Kind = 'Freeze'
ORDER BY At, DeliveryId
