WITH Reference AS (
    SELECT
        value ->> 'Ordinal' AS Ordinal, value ->> 'SenderAgencyId' AS SenderAgencyId, value ->> 'ReceiverAgencyId' AS ReceiverAgencyId,
        value ->> 'DocumentIdText' AS DocumentIdText, value ->> 'CodeNumber' AS CodeNumber, value ->> 'CodeNotation' AS CodeNotation,
        value ->> 'PromulgationDate' AS PromulgationDate
    FROM json_each(@keys)),
Found AS (
    SELECT r.Ordinal, 1 AS Rank, d.DeliveryId, d.AcceptedAt
    FROM Reference AS r
    INNER JOIN Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.DocumentIdText = r.DocumentIdText AND o.Kind = 'edoc'
    INNER JOIN Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId
    WHERE d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> '02')
    UNION ALL
    SELECT r.Ordinal, 2 AS Rank, d.DeliveryId, d.AcceptedAt
    FROM Reference AS r
    INNER JOIN Document AS o ON o.SenderAgencyId = r.SenderAgencyId AND o.CodeNumber = r.CodeNumber AND o.CodeNotation = r.CodeNotation
        AND o.PromulgationDate = r.PromulgationDate AND o.Kind = 'edoc'
    INNER JOIN Delivery AS d ON d.DocumentId = o.DocumentId AND d.ReceiverAgencyId = r.ReceiverAgencyId
    WHERE d.VoidAs IS NULL AND (d.Business IS NULL OR d.Business <> '02'))
SELECT Ordinal, DeliveryId
FROM (
    SELECT Ordinal, DeliveryId, ROW_NUMBER() OVER (PARTITION BY Ordinal ORDER BY Rank, AcceptedAt DESC, DeliveryId DESC) AS Place FROM Found)
WHERE Place = 1;
