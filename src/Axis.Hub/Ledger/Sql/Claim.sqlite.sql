-- @windows: free places per adapter. @held: agencies whose deliveries stay. Urgent rows rank first and take their places along, or go beyond them.
UPDATE Delivery SET Phase = 1, EverClaimed = 1, ClaimedBy = @owner, ClaimedUntil = @until
WHERE DeliveryId IN (
    SELECT DeliveryId
    FROM (
        SELECT DeliveryId, Priority, AcceptedAt
        FROM (
            SELECT d.DeliveryId, d.Priority, d.AcceptedAt, w.value ->> 'Free' AS Free,
                ROW_NUMBER() OVER (PARTITION BY d.AdapterCode ORDER BY d.Priority DESC, d.AcceptedAt, d.DeliveryId) AS Place
            FROM json_each(@windows) AS w
            CROSS JOIN Delivery AS d
            WHERE d.DeliveryId IN (
                SELECT i.DeliveryId FROM Delivery AS i
                WHERE i.AdapterCode = w.value ->> 'AdapterCode' AND i.Phase = 0
                    AND i.Priority >= CASE WHEN w.value ->> 'Free' > 0 THEN 0 ELSE 1 END
                    AND i.NextAttemptAt <= @now AND i.Suspended = 0 AND i.VoidAs IS NULL AND i.ReceiverAgencyId NOT IN (SELECT h.value FROM json_each(@held) AS h)
                    AND NOT EXISTS (SELECT 1 FROM Cancel AS c WHERE c.DeliveryId = i.DeliveryId AND c.Answer IS NULL)
                    AND NOT EXISTS (SELECT 1 FROM Cancel AS c WHERE c.WaitingDeliveryId = i.DeliveryId AND c.Answer IS NULL)
                ORDER BY i.Priority DESC, i.AcceptedAt, i.DeliveryId
                LIMIT @limit))
        WHERE Place <= Free OR Priority > 0
        UNION ALL
        SELECT d.DeliveryId, d.Priority, d.AcceptedAt
        FROM json_each(@windows) AS w
        CROSS JOIN Delivery AS d
        WHERE d.AdapterCode = w.value ->> 'AdapterCode' AND d.Phase = 1 AND d.ClaimedUntil <= @now
            AND d.Suspended = 0 AND d.VoidAs IS NULL AND d.ReceiverAgencyId NOT IN (SELECT h.value FROM json_each(@held) AS h)
            AND NOT EXISTS (SELECT 1 FROM Cancel AS c WHERE c.DeliveryId = d.DeliveryId AND c.Answer IS NULL))
    ORDER BY Priority DESC, AcceptedAt, DeliveryId
    LIMIT @limit)
RETURNING *;
