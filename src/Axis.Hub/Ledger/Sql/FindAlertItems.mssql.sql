SELECT i.*
FROM OPENJSON(@keys) WITH (AlertId uniqueidentifier, DeliveryId uniqueidentifier) AS k
INNER JOIN dbo.AlertItem AS i ON i.AlertId = k.AlertId AND i.DeliveryId = k.DeliveryId;
