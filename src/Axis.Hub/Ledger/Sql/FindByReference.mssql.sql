-- A delivery that has taken this very status is its target, whatever became of it since. A recall that has not arrived is nothing that its receiver could speak of.
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
    SELECT r.Ordinal, r.Code, r.Stamp, r.FromAgencyId, 1 AS Rank, d.DeliveryId, d.AcceptedAt, d.VoidAs, d.Business,
        CASE WHEN o.BusinessType = 1 AND d.Transport <> 2 THEN 1 ELSE 0 END AS IsUnseen
    FROM Reference AS r
    INNER JOIN dbo.Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.DocumentIdText = r.DocumentIdText AND o.Kind = N'edoc'
    INNER JOIN dbo.Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId
    WHERE o.DocumentIdText IS NOT NULL
    UNION ALL
    SELECT r.Ordinal, r.Code, r.Stamp, r.FromAgencyId, 2 AS Rank, d.DeliveryId, d.AcceptedAt, d.VoidAs, d.Business,
        CASE WHEN o.BusinessType = 1 AND d.Transport <> 2 THEN 1 ELSE 0 END AS IsUnseen
    FROM Reference AS r
    INNER JOIN dbo.Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.CodeNumber = r.CodeNumber AND o.CodeNotation = r.CodeNotation
        AND o.PromulgationDate = r.PromulgationDate AND o.Kind = N'edoc'
    INNER JOIN dbo.Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId
    WHERE o.CodeNumber IS NOT NULL),
Found AS (
    SELECT n.Ordinal, CASE WHEN s.DeliveryId IS NULL THEN n.Rank ELSE 0 END AS Rank, n.DeliveryId, n.AcceptedAt
    FROM Named AS n
    LEFT JOIN dbo.DeliveryStatus AS s ON s.DeliveryId = n.DeliveryId AND s.Code = n.Code AND s.Stamp = n.Stamp AND s.FromAgencyId = n.FromAgencyId
    WHERE s.DeliveryId IS NOT NULL OR (n.IsUnseen = 0 AND n.VoidAs IS NULL AND (n.Business IS NULL OR n.Business <> N'02'))),
Placed AS (
    SELECT f.Ordinal, f.DeliveryId, ROW_NUMBER() OVER (PARTITION BY f.Ordinal ORDER BY f.Rank, f.AcceptedAt DESC, f.DeliveryId DESC) AS Place
    FROM Found AS f)
SELECT p.Ordinal, p.DeliveryId
FROM Placed AS p
WHERE p.Place = 1;
