SELECT e.*
FROM DeliveryEvent AS e
INNER JOIN Delivery AS d ON d.DeliveryId = e.DeliveryId
WHERE d.DocumentId = @documentId
ORDER BY e.DeliveryId, e.Sequence;
