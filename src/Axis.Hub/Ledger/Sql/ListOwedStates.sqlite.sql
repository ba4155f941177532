SELECT d.DeliveryId, o.AdapterCode AS SenderAdapter, o.SubmissionId
FROM Delivery AS d
INNER JOIN Document AS o ON o.DocumentId = d.DocumentId
WHERE d.StatesDue = 1
ORDER BY d.DeliveryId
LIMIT @limit;
