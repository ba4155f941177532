UPDATE d SET
    Phase = 2,
    PublishedAt = m.At,
    FirstSpoolId = COALESCE(d.FirstSpoolId, m.SpoolId),
    ClaimedBy = NULL,
    ClaimedUntil = NULL
FROM OPENJSON(@rows) WITH (DeliveryId uniqueidentifier, Attempt int, At datetimeoffset(3), SpoolId uniqueidentifier) AS m
INNER JOIN dbo.Delivery AS d WITH (UPDLOCK, ROWLOCK) ON d.DeliveryId = m.DeliveryId AND d.Attempt = m.Attempt
WHERE d.Phase = 1;
