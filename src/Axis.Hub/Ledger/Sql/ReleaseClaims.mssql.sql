UPDATE d SET Phase = 0, ClaimedBy = NULL, ClaimedUntil = NULL
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Delivery AS d WITH (UPDLOCK, ROWLOCK) ON d.DeliveryId = k.Id
WHERE d.Phase = 1 AND d.ClaimedBy = @owner;
