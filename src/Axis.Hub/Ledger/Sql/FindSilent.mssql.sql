SELECT TOP (@limit) s.DeliveryId, s.SilentSince
FROM (
    SELECT d.DeliveryId, d.PublishedAt AS SilentSince FROM dbo.Delivery AS d
    WHERE d.AdapterCode = @adapter AND d.Phase = 2 AND d.PublishedAt < @publishedBefore
        AND d.Suspended = 0 AND d.VoidAs IS NULL AND NOT EXISTS (SELECT 1 FROM dbo.Cancel AS c WHERE c.DeliveryId = d.DeliveryId AND c.Answer IS NULL)
    UNION ALL
    SELECT d.DeliveryId, d.SignAt AS SilentSince FROM dbo.Delivery AS d
    WHERE d.AdapterCode = @adapter AND d.Phase = 3 AND d.SignAt < @signBefore
        AND d.Suspended = 0 AND d.VoidAs IS NULL AND NOT EXISTS (SELECT 1 FROM dbo.Cancel AS c WHERE c.DeliveryId = d.DeliveryId AND c.Answer IS NULL)) AS s
ORDER BY s.SilentSince;
