SELECT TOP (@limit) d.CountedBy, d.DeliveryId
FROM dbo.Delivery AS d
WHERE d.CountedBy < @before AND d.CountedBy >= @version AND (d.CountedBy > @version OR d.DeliveryId > @after)
ORDER BY d.CountedBy, d.DeliveryId;
