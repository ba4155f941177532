SELECT t.*
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Delivery AS t ON t.TargetDeliveryId = k.Id;
