SELECT DeliveryId, Kind, Attempt, SubmissionId, Command, Reason, At, MarkedAt, DueAt, Tries, WaitsFor FROM Mark WHERE DeliveryId = @DeliveryId AND Kind = @Kind
