SELECT
    k.value ->> 'FamilyKey' AS FamilyKey,
    k.value ->> 'ReceiverAgencyId' AS ReceiverAgencyId,
    COALESCE((
        SELECT MAX(d.Generation) FROM Delivery AS d
        WHERE d.FamilyKey = k.value ->> 'FamilyKey' AND d.ReceiverAgencyId = k.value ->> 'ReceiverAgencyId'), 0) AS HighestGeneration,
    n.DeliveryId AS DeliveryId,
    o.PackageSha256 AS PackageSha256,
    o.CodeNumber AS CodeNumber,
    o.CodeNotation AS CodeNotation,
    CASE WHEN n.Transport = 3 THEN (
        SELECT d.DeliveryId FROM Delivery AS d
        WHERE d.FamilyKey = k.value ->> 'FamilyKey' AND d.ReceiverAgencyId = k.value ->> 'ReceiverAgencyId'
            AND d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> '02') AND d.Transport <> 3
        ORDER BY d.Generation DESC LIMIT 1) END AS LiveId
FROM json_each(@keys) AS k
LEFT JOIN Delivery AS n ON n.DeliveryId = (
    SELECT d.DeliveryId FROM Delivery AS d
    WHERE d.FamilyKey = k.value ->> 'FamilyKey' AND d.ReceiverAgencyId = k.value ->> 'ReceiverAgencyId'
        AND d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> '02')
    ORDER BY d.Generation DESC LIMIT 1)
LEFT JOIN Document AS o ON o.DocumentId = n.DocumentId;
