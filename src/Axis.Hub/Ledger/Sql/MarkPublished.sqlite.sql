UPDATE Delivery SET
    Phase = 2,
    PublishedAt = m.value ->> 'At',
    FirstSpoolId = COALESCE(FirstSpoolId, m.value ->> 'SpoolId'),
    ClaimedBy = NULL,
    ClaimedUntil = NULL
FROM json_each(@rows) AS m
WHERE Delivery.DeliveryId = m.value ->> 'DeliveryId' AND Delivery.Attempt = m.value ->> 'Attempt' AND Delivery.Phase = 1;
