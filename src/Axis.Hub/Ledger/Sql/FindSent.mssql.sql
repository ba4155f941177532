-- A recall goes under the id of what it recalls and is no document of its own.
SELECT o.SenderAgencyId, o.DocumentIdText, o.TypeName, d.DeliveryId
FROM OPENJSON(@keys) WITH (SenderAgencyId uniqueidentifier, DocumentIdText nvarchar(400)) AS k
INNER JOIN dbo.Document AS o ON o.SenderAgencyId = k.SenderAgencyId AND o.DocumentIdText = k.DocumentIdText AND o.Kind = N'edoc'
INNER JOIN dbo.Delivery AS d ON d.DocumentId = o.DocumentId
WHERE o.BusinessType <> 1 AND o.DocumentIdText IS NOT NULL;
