SELECT t.*
FROM json_each(@keys) AS k
INNER JOIN DeliveryStatus AS t ON t.DeliveryId = k.value ->> 'DeliveryId' AND t.Code = k.value ->> 'Code' AND t.Stamp = k.value ->> 'Stamp'
    AND t.FromAgencyId = k.value ->> 'FromAgencyId';
