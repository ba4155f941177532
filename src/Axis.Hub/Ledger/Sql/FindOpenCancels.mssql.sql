SELECT t.*
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Cancel AS t ON t.DeliveryId = k.Id AND t.Answer IS NULL;
