UPDATE Delivery SET
    Watched = CASE WHEN SteeringType = 2 THEN 1 ELSE @watched END,
    WatchAt = CASE WHEN WatchAt IS NULL THEN NULL ELSE @now END
WHERE DocumentId = @documentId;
