-- @windows: free places per adapter. @held: agencies whose deliveries stay. Urgent rows rank first and take their places along, or go beyond them.
WITH Ranked AS (
    SELECT d.DeliveryId, d.Priority, d.AcceptedAt, w.Free,
        ROW_NUMBER() OVER (PARTITION BY w.AdapterCode ORDER BY d.Priority DESC, d.AcceptedAt, d.DeliveryId) AS Place
    FROM OPENJSON(@windows) WITH (AdapterCode nvarchar(64), Free int) AS w
    CROSS APPLY (
        SELECT TOP (@limit) i.DeliveryId, i.Priority, i.AcceptedAt
        FROM dbo.Delivery AS i WITH (READPAST, UPDLOCK, ROWLOCK)
        WHERE i.AdapterCode = w.AdapterCode AND i.Phase = 0
            AND i.Priority >= CASE WHEN w.Free > 0 THEN 0 ELSE 1 END
            AND i.NextAttemptAt <= @now AND i.Suspended = 0 AND i.VoidAs IS NULL AND i.ReceiverAgencyId NOT IN (SELECT h.Id FROM OPENJSON(@held) WITH (Id uniqueidentifier '$') AS h)
            AND NOT EXISTS (SELECT 1 FROM dbo.Cancel AS c WHERE c.DeliveryId = i.DeliveryId AND c.Answer IS NULL)
            AND NOT EXISTS (SELECT 1 FROM dbo.Cancel AS c WHERE c.WaitingDeliveryId = i.DeliveryId AND c.WaitingDeliveryId IS NOT NULL AND c.Answer IS NULL)
        ORDER BY i.Priority DESC, i.AcceptedAt, i.DeliveryId) AS d),
Claimable AS (
    SELECT r.DeliveryId, r.Priority, r.AcceptedAt
    FROM Ranked AS r
    WHERE r.Place <= r.Free OR r.Priority > 0
    UNION ALL
    SELECT d.DeliveryId, d.Priority, d.AcceptedAt
    FROM OPENJSON(@windows) WITH (AdapterCode nvarchar(64)) AS w
    INNER JOIN dbo.Delivery AS d WITH (READPAST, UPDLOCK, ROWLOCK) ON d.AdapterCode = w.AdapterCode
    WHERE d.Phase = 1 AND d.ClaimedUntil <= @now AND d.Suspended = 0 AND d.VoidAs IS NULL AND d.ReceiverAgencyId NOT IN (SELECT h.Id FROM OPENJSON(@held) WITH (Id uniqueidentifier '$') AS h)
        AND NOT EXISTS (SELECT 1 FROM dbo.Cancel AS c WHERE c.DeliveryId = d.DeliveryId AND c.Answer IS NULL)),
Picked AS (
    SELECT TOP (@limit) a.DeliveryId
    FROM Claimable AS a
    ORDER BY a.Priority DESC, a.AcceptedAt, a.DeliveryId)
UPDATE t SET Phase = 1, EverClaimed = 1, ClaimedBy = @owner, ClaimedUntil = @until
OUTPUT inserted.*
FROM dbo.Delivery AS t
INNER JOIN Picked AS p ON p.DeliveryId = t.DeliveryId;
