SELECT
    s.StuckId, s.Kind, s.Queue, s.AdapterCode, s.DeliveryId, d.DocumentId, s.Attempt, LENGTH(s.Body) AS Bytes, s.Reason, s.RecordedAt, s.Status,
    s.ClosedBy, s.ClosedReason, s.ClosedAt
FROM Stuck AS s
LEFT JOIN Delivery AS d ON d.DeliveryId = s.DeliveryId
WHERE @status IS NULL OR s.Status = @status
ORDER BY s.RecordedAt DESC, s.StuckId
LIMIT @limit;
