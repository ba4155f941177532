SELECT i.*
FROM OPENJSON(@rows) WITH (DeliveryId uniqueidentifier, Kind nvarchar(40)) AS k
INNER JOIN dbo.AlertItem AS i ON i.DeliveryId = k.DeliveryId AND i.ClosedAt IS NULL
INNER JOIN dbo.Alert AS a WITH (UPDLOCK, ROWLOCK) ON a.AlertId = i.AlertId AND a.Kind = k.Kind;
