SELECT d.DeliveryId
FROM json_each(@keys) AS k
INNER JOIN Delivery AS d ON d.FamilyKey = k.value ->> 'FamilyKey' AND d.ReceiverAgencyId = k.value ->> 'ReceiverAgencyId'
WHERE d.Business = '02';
