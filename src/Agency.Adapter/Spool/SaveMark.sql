-- The first word stands; a repeat only says under which attempt it is to be answered.
INSERT INTO Mark (DeliveryId, Kind, Attempt, SubmissionId, Command, Reason, At, MarkedAt, DueAt, Tries)
VALUES (@DeliveryId, @Kind, @Attempt, @SubmissionId, @Command, @Reason, @At, @MarkedAt, @DueAt, 0)
ON CONFLICT (DeliveryId, Kind) DO UPDATE SET Attempt = excluded.Attempt
