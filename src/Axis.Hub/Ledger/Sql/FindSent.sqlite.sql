-- A recall goes under the id of what it recalls and is no document of its own.
SELECT o.SenderAgencyId, o.DocumentIdText, o.TypeName, d.DeliveryId
FROM json_each(@keys) AS k
INNER JOIN Document AS o ON o.SenderAgencyId = k.value ->> 'SenderAgencyId' AND o.DocumentIdText = k.value ->> 'DocumentIdText' AND o.Kind = 'edoc'
INNER JOIN Delivery AS d ON d.DocumentId = o.DocumentId
WHERE o.BusinessType <> 1;
