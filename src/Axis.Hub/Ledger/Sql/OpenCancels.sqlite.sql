INSERT INTO Cancel (
    DeliveryId, AdapterCode, Attempt, Purpose, WaitingDeliveryId, OpenedAt, SentAt, NextSendAt, Sends, SentToSpoolId, Answer, AnsweredAt)
SELECT
    value ->> 'DeliveryId', value ->> 'AdapterCode', value ->> 'Attempt', value ->> 'Purpose', value ->> 'WaitingDeliveryId', value ->> 'OpenedAt',
    value ->> 'SentAt', value ->> 'NextSendAt', value ->> 'Sends', value ->> 'SentToSpoolId', value ->> 'Answer', value ->> 'AnsweredAt'
FROM json_each(@rows) WHERE true
ON CONFLICT (DeliveryId) DO UPDATE SET
    AdapterCode = excluded.AdapterCode,
    Attempt = CASE WHEN Answer IS NULL THEN MAX(Attempt, excluded.Attempt) ELSE excluded.Attempt END,
    Purpose = CASE WHEN Answer IS NULL AND (excluded.WaitingDeliveryId IS NULL OR WaitingDeliveryId IS NOT NULL) THEN Purpose ELSE excluded.Purpose END,
    WaitingDeliveryId = CASE WHEN Answer IS NULL THEN COALESCE(WaitingDeliveryId, excluded.WaitingDeliveryId) ELSE excluded.WaitingDeliveryId END,
    OpenedAt = CASE WHEN Answer IS NULL THEN OpenedAt ELSE excluded.OpenedAt END,
    SentAt = CASE WHEN Answer IS NULL THEN SentAt END,
    NextSendAt = CASE WHEN Answer IS NULL THEN NextSendAt ELSE excluded.NextSendAt END,
    Sends = CASE WHEN Answer IS NULL THEN Sends ELSE 0 END,
    SentToSpoolId = CASE WHEN Answer IS NULL THEN SentToSpoolId END,
    Answer = NULL,
    AnsweredAt = NULL;
