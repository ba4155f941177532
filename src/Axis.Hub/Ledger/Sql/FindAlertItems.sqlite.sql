SELECT i.*
FROM json_each(@keys) AS k
INNER JOIN AlertItem AS i ON i.AlertId = k.value ->> 'AlertId' AND i.DeliveryId = k.value ->> 'DeliveryId';
