SELECT
    s.StuckId, s.Kind, s.Queue, s.AdapterCode, s.DeliveryId, d.DocumentId, s.Attempt, DATALENGTH(s.Body) AS Bytes, s.Reason, s.RecordedAt, s.Status,
    s.ClosedBy, s.ClosedReason, s.ClosedAt
FROM dbo.Stuck AS s
LEFT JOIN dbo.Delivery AS d ON d.DeliveryId = s.DeliveryId
WHERE s.StuckId = @stuckId;
