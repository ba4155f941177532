SELECT d.DeliveryId
FROM OPENJSON(@keys) WITH (FamilyKey nvarchar(64), ReceiverAgencyId uniqueidentifier) AS k
INNER JOIN dbo.Delivery AS d ON d.FamilyKey = k.FamilyKey AND d.ReceiverAgencyId = k.ReceiverAgencyId
WHERE d.Business = N'02';
