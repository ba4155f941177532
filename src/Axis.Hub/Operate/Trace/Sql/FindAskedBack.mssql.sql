SELECT c.DeliveryId
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Cancel AS c ON c.DeliveryId = k.Id
WHERE c.Answer IS NULL;
