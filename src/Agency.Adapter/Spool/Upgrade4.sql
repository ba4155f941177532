-- From version 3: recalls and 13 that lie there name their documents by their id; a document is of the same sender and came before.
INSERT INTO About (CarrierId, DeliveryId)
SELECT c.DeliveryId, d.DeliveryId
FROM Delivery c
JOIN Delivery d ON d.Agency = c.Agency AND d.DocumentNumber = c.DocumentNumber
WHERE (json_extract(c.Metadata, '$.businessDocType') = 1 OR json_extract(c.Metadata, '$.statusCode') = '13')
  AND d.Kind = 'edoc' AND d.Cursor < c.Cursor AND COALESCE(json_extract(d.Metadata, '$.businessDocType'), 0) <> 1
  AND json_extract(d.Metadata, '$.senderCode') = json_extract(c.Metadata, '$.senderCode');
