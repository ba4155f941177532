-- A known version changes nothing, but that it was given up an older hub did not tell.
INSERT INTO OwnState (DeliveryId, Version, SubmissionId, Transport, Business, State, Closed)
VALUES (@DeliveryId, @Version, @SubmissionId, @Transport, @Business, @State, @Closed)
ON CONFLICT (DeliveryId, Version) DO UPDATE SET State = excluded.State, Closed = 1
WHERE excluded.Closed = 1 AND OwnState.Closed = 0
