-- A delivery that has taken this very status is its target, whatever became of it since. A recall stands under the id of its document: until it has arrived nobody
-- can speak of it, 02 and 03 mean it only while its answer is awaited, and a 13 and the later steps always mean the document.
WITH Reference AS (
    SELECT j.Ordinal, j.SenderAgencyId, j.ReceiverAgencyId, j.DocumentIdText, j.CodeNumber, j.CodeNotation, j.PromulgationDate, j.Code, j.Stamp,
        j.FromAgencyId
    FROM OPENJSON(@keys) WITH (
        Ordinal int,
        SenderAgencyId uniqueidentifier,
        ReceiverAgencyId uniqueidentifier,
        DocumentIdText nvarchar(400),
        CodeNumber nvarchar(100),
        CodeNotation nvarchar(100),
        PromulgationDate date,
        Code nvarchar(10),
        Stamp nvarchar(64),
        FromAgencyId uniqueidentifier) AS j),
Named AS (
    SELECT r.Ordinal, r.Code, r.Stamp, r.FromAgencyId, 1 AS Rank, d.DeliveryId, d.AcceptedAt, d.VoidAs, d.Business, d.Transport, o.BusinessType
    FROM Reference AS r
    INNER JOIN dbo.Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.DocumentIdText = r.DocumentIdText AND o.Kind = N'edoc'
    INNER JOIN dbo.Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId
    WHERE o.DocumentIdText IS NOT NULL
    UNION ALL
    SELECT r.Ordinal, r.Code, r.Stamp, r.FromAgencyId, 2 AS Rank, d.DeliveryId, d.AcceptedAt, d.VoidAs, d.Business, d.Transport, o.BusinessType
    FROM Reference AS r
    INNER JOIN dbo.Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.CodeNumber = r.CodeNumber AND o.CodeNotation = r.CodeNotation
        AND o.PromulgationDate = r.PromulgationDate AND o.Kind = N'edoc'
    INNER JOIN dbo.Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId
    WHERE o.CodeNumber IS NOT NULL),
Found AS (
    SELECT n.Ordinal, CASE WHEN s.DeliveryId IS NULL THEN n.Rank ELSE 0 END AS Rank, n.DeliveryId, n.AcceptedAt
    FROM Named AS n
    LEFT JOIN dbo.DeliveryStatus AS s ON s.DeliveryId = n.DeliveryId AND s.Code = n.Code AND s.Stamp = n.Stamp AND s.FromAgencyId = n.FromAgencyId
    WHERE s.DeliveryId IS NOT NULL OR (n.VoidAs IS NULL AND (n.Business IS NULL OR n.Business <> N'02') AND (
        n.BusinessType IS NULL OR n.BusinessType <> 1 OR (n.Transport = 2 AND n.Code NOT IN (N'13', N'04', N'05', N'06') AND (
            n.Code NOT IN (N'02', N'03') OR EXISTS (SELECT 1 FROM dbo.ChangeRequest AS c WHERE c.CarrierId = n.DeliveryId AND c.Status IN (0, 1, 4))))))),
Placed AS (
    SELECT f.Ordinal, f.DeliveryId, ROW_NUMBER() OVER (PARTITION BY f.Ordinal ORDER BY f.Rank, f.AcceptedAt DESC, f.DeliveryId DESC) AS Place
    FROM Found AS f)
SELECT p.Ordinal, p.DeliveryId
FROM Placed AS p
WHERE p.Place = 1;
