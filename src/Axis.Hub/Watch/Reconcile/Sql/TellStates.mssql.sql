UPDATE d SET StatesDue = 1
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Delivery AS d WITH (UPDLOCK, ROWLOCK) ON d.DeliveryId = k.Id;
