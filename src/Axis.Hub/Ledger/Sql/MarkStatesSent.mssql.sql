UPDATE d SET StatesDue = 0
FROM OPENJSON(@rows) WITH (DeliveryId uniqueidentifier, Version bigint) AS k
INNER JOIN dbo.Delivery AS d WITH (UPDLOCK, ROWLOCK) ON d.DeliveryId = k.DeliveryId AND d.Version = k.Version;
