SELECT TOP (@limit) i.DeliveryId, t.CodeNumber, t.CodeNotation, d.ReceiverCode, i.OpenedAt, i.ClosedAt
FROM dbo.AlertItem AS i
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = i.DeliveryId
INNER JOIN dbo.Document AS t ON t.DocumentId = d.DocumentId
WHERE i.AlertId = @alertId
ORDER BY CASE WHEN i.ClosedAt IS NULL THEN 0 ELSE 1 END, i.OpenedAt, i.DeliveryId;
