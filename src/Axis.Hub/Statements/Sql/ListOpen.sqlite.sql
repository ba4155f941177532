SELECT
    d.DeliveryId, d.DocumentId, d.SenderAgencyId, d.ReceiverAgencyId, d.RestSince, d.Priority, o.BusinessType, o.CodeNumber, o.CodeNotation,
    o.PromulgationDate, o.Findings
FROM Delivery AS d
INNER JOIN Document AS o ON o.DocumentId = d.DocumentId
WHERE d.Kind = 'edoc' AND d.SenderAgencyId <> @hub AND d.RestSince IS NULL AND d.DeliveryId > @after
ORDER BY d.DeliveryId
LIMIT @limit;
