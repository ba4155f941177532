SELECT i.DeliveryId, t.CodeNumber, t.CodeNotation, d.ReceiverCode, i.OpenedAt, i.ClosedAt
FROM AlertItem AS i
INNER JOIN Delivery AS d ON d.DeliveryId = i.DeliveryId
INNER JOIN Document AS t ON t.DocumentId = d.DocumentId
WHERE i.AlertId = @alertId
ORDER BY CASE WHEN i.ClosedAt IS NULL THEN 0 ELSE 1 END, i.OpenedAt, i.DeliveryId
LIMIT @limit;
