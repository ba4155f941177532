INSERT OR IGNORE INTO OwnState (DeliveryId, Version, SubmissionId, Transport, Business, State)
VALUES (@DeliveryId, @Version, @SubmissionId, @Transport, @Business, @State)
