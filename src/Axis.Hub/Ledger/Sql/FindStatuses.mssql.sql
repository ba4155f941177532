SELECT t.*
FROM OPENJSON(@keys) WITH (DeliveryId uniqueidentifier, Code nvarchar(10), Stamp nvarchar(64), FromAgencyId uniqueidentifier) AS k
INNER JOIN dbo.DeliveryStatus AS t ON t.DeliveryId = k.DeliveryId AND t.Code = k.Code AND t.Stamp = k.Stamp AND t.FromAgencyId = k.FromAgencyId;
