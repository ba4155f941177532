SELECT * FROM (
    SELECT * FROM (
        SELECT d.DeliveryId, d.PublishedAt AS SilentSince FROM Delivery AS d
        WHERE d.AdapterCode = @adapter AND d.Phase = 2 AND d.PublishedAt < @publishedBefore
            AND d.Suspended = 0 AND d.VoidAs IS NULL AND NOT EXISTS (SELECT 1 FROM Cancel AS c WHERE c.DeliveryId = d.DeliveryId AND c.Answer IS NULL)
        ORDER BY d.PublishedAt LIMIT @limit)
    UNION ALL
    SELECT * FROM (
        SELECT d.DeliveryId, d.SignAt AS SilentSince FROM Delivery AS d
        WHERE d.AdapterCode = @adapter AND d.Phase = 3 AND d.SignAt < @signBefore
            AND d.Suspended = 0 AND d.VoidAs IS NULL AND NOT EXISTS (SELECT 1 FROM Cancel AS c WHERE c.DeliveryId = d.DeliveryId AND c.Answer IS NULL)
        ORDER BY d.SignAt LIMIT @limit))
ORDER BY SilentSince
LIMIT @limit;
