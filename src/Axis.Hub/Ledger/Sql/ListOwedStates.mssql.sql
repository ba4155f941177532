SELECT TOP (@limit) d.DeliveryId, o.AdapterCode AS SenderAdapter, o.SubmissionId
FROM dbo.Delivery AS d
INNER JOIN dbo.Document AS o ON o.DocumentId = d.DocumentId
WHERE d.StatesDue = 1
ORDER BY d.DeliveryId;
