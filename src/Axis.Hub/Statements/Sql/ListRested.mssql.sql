SELECT TOP (@limit)
    d.DeliveryId, d.DocumentId, d.SenderAgencyId, d.ReceiverAgencyId, d.RestSince, d.Priority, o.BusinessType, o.CodeNumber, o.CodeNotation,
    o.PromulgationDate, o.Findings
FROM dbo.Delivery AS d
INNER JOIN dbo.Document AS o ON o.DocumentId = d.DocumentId
WHERE d.Kind = N'edoc' AND d.SenderAgencyId <> @hub AND d.RestSince >= @since AND (d.RestSince > @since OR d.DeliveryId > @after)
ORDER BY d.RestSince, d.DeliveryId;
