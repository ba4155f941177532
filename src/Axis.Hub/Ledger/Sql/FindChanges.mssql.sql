-- Everything that these deliveries carry, and everything that is about them.
SELECT t.*
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.ChangeRequest AS t ON t.CarrierId = k.Id
UNION ALL
SELECT t.*
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.ChangeRequest AS t ON t.TargetId = k.Id;
