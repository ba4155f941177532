SELECT t.*
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.CopyMark AS t WITH (UPDLOCK, ROWLOCK) ON t.DeliveryId = k.Id;
