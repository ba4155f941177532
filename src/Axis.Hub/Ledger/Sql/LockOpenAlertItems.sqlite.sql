SELECT i.*
FROM json_each(@rows) AS k
INNER JOIN AlertItem AS i ON i.DeliveryId = k.value ->> 'DeliveryId' AND i.ClosedAt IS NULL
INNER JOIN Alert AS a ON a.AlertId = i.AlertId AND a.Kind = k.value ->> 'Kind';
