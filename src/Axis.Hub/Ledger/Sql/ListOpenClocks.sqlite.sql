SELECT CountedBy, DeliveryId
FROM Delivery
WHERE CountedBy < @before AND (CountedBy, DeliveryId) > (@version, @after)
ORDER BY CountedBy, DeliveryId
LIMIT @limit;
