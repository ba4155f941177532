SELECT
    k.FamilyKey,
    k.ReceiverAgencyId,
    COALESCE(h.Generation, 0) AS HighestGeneration,
    n.DeliveryId,
    o.PackageSha256,
    o.CodeNumber,
    o.CodeNotation,
    l.DeliveryId AS LiveId
FROM OPENJSON(@keys) WITH (FamilyKey nvarchar(64), ReceiverAgencyId uniqueidentifier) AS k
OUTER APPLY (
    SELECT TOP (1) d.Generation FROM dbo.Delivery AS d
    WHERE d.FamilyKey = k.FamilyKey AND d.FamilyKey IS NOT NULL AND d.ReceiverAgencyId = k.ReceiverAgencyId
    ORDER BY d.Generation DESC) AS h
OUTER APPLY (
    SELECT TOP (1) d.DeliveryId, d.DocumentId, d.Transport FROM dbo.Delivery AS d
    WHERE d.FamilyKey = k.FamilyKey AND d.FamilyKey IS NOT NULL AND d.ReceiverAgencyId = k.ReceiverAgencyId
        AND d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> N'02')
    ORDER BY d.Generation DESC) AS n
OUTER APPLY (
    SELECT TOP (1) d.DeliveryId FROM dbo.Delivery AS d
    WHERE n.Transport = 3 AND d.FamilyKey = k.FamilyKey AND d.FamilyKey IS NOT NULL AND d.ReceiverAgencyId = k.ReceiverAgencyId
        AND d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> N'02') AND d.Transport <> 3
    ORDER BY d.Generation DESC) AS l
LEFT JOIN dbo.Document AS o ON o.DocumentId = n.DocumentId;
