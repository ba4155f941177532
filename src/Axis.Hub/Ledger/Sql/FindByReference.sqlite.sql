-- A delivery that has taken this very status is its target, whatever became of it since. A recall stands under the id of its document: until it has arrived nobody
-- can speak of it, 02 and 03 mean it only while its answer is awaited, and a 13 and the later steps always mean the document.
WITH Reference AS (
    SELECT
        value ->> 'Ordinal' AS Ordinal, value ->> 'SenderAgencyId' AS SenderAgencyId, value ->> 'ReceiverAgencyId' AS ReceiverAgencyId,
        value ->> 'DocumentIdText' AS DocumentIdText, value ->> 'CodeNumber' AS CodeNumber, value ->> 'CodeNotation' AS CodeNotation,
        value ->> 'PromulgationDate' AS PromulgationDate, value ->> 'Code' AS Code, value ->> 'Stamp' AS Stamp, value ->> 'FromAgencyId' AS FromAgencyId
    FROM json_each(@keys)),
Named AS (
    SELECT r.Ordinal, r.Code, r.Stamp, r.FromAgencyId, 1 AS Rank, d.DeliveryId, d.AcceptedAt, d.VoidAs, d.Business, d.Transport, o.BusinessType
    FROM Reference AS r
    INNER JOIN Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.DocumentIdText = r.DocumentIdText AND o.Kind = 'edoc'
    INNER JOIN Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId
    UNION ALL
    SELECT r.Ordinal, r.Code, r.Stamp, r.FromAgencyId, 2 AS Rank, d.DeliveryId, d.AcceptedAt, d.VoidAs, d.Business, d.Transport, o.BusinessType
    FROM Reference AS r
    INNER JOIN Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.CodeNumber = r.CodeNumber AND o.CodeNotation = r.CodeNotation
        AND o.PromulgationDate = r.PromulgationDate AND o.Kind = 'edoc'
    INNER JOIN Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId),
Found AS (
    SELECT n.Ordinal, CASE WHEN s.DeliveryId IS NULL THEN n.Rank ELSE 0 END AS Rank, n.DeliveryId, n.AcceptedAt
    FROM Named AS n
    LEFT JOIN DeliveryStatus AS s ON s.DeliveryId = n.DeliveryId AND s.Code = n.Code AND s.Stamp = n.Stamp AND s.FromAgencyId = n.FromAgencyId
    WHERE s.DeliveryId IS NOT NULL OR (n.VoidAs IS NULL AND (n.Business IS NULL OR n.Business <> '02') AND (
        n.BusinessType IS NULL OR n.BusinessType <> 1 OR (n.Transport = 2 AND n.Code NOT IN ('13', '04', '05', '06') AND (
            n.Code NOT IN ('02', '03') OR EXISTS (SELECT 1 FROM ChangeRequest AS c WHERE c.CarrierId = n.DeliveryId AND c.Status IN (0, 1, 4)))))))
SELECT Ordinal, DeliveryId
FROM (
    SELECT Ordinal, DeliveryId, ROW_NUMBER() OVER (PARTITION BY Ordinal ORDER BY Rank, AcceptedAt DESC, DeliveryId DESC) AS Place FROM Found)
WHERE Place = 1;
