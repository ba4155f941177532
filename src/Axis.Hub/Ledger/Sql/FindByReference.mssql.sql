WITH Reference AS (
    SELECT j.Ordinal, j.SenderAgencyId, j.ReceiverAgencyId, j.DocumentIdText, j.CodeNumber, j.CodeNotation, j.PromulgationDate
    FROM OPENJSON(@keys) WITH (
        Ordinal int,
        SenderAgencyId uniqueidentifier,
        ReceiverAgencyId uniqueidentifier,
        DocumentIdText nvarchar(400),
        CodeNumber nvarchar(100),
        CodeNotation nvarchar(100),
        PromulgationDate date) AS j),
Found AS (
    SELECT r.Ordinal, 1 AS Rank, d.DeliveryId, d.AcceptedAt
    FROM Reference AS r
    INNER JOIN dbo.Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.DocumentIdText = r.DocumentIdText AND o.Kind = N'edoc'
    INNER JOIN dbo.Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId
    WHERE o.DocumentIdText IS NOT NULL AND d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> N'02')
    UNION ALL
    SELECT r.Ordinal, 2 AS Rank, d.DeliveryId, d.AcceptedAt
    FROM Reference AS r
    INNER JOIN dbo.Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.CodeNumber = r.CodeNumber AND o.CodeNotation = r.CodeNotation
        AND o.PromulgationDate = r.PromulgationDate AND o.Kind = N'edoc'
    INNER JOIN dbo.Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId
    WHERE o.CodeNumber IS NOT NULL AND d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> N'02')),
Placed AS (
    SELECT f.Ordinal, f.DeliveryId, ROW_NUMBER() OVER (PARTITION BY f.Ordinal ORDER BY f.Rank, f.AcceptedAt DESC, f.DeliveryId DESC) AS Place
    FROM Found AS f)
SELECT p.Ordinal, p.DeliveryId
FROM Placed AS p
WHERE p.Place = 1;
