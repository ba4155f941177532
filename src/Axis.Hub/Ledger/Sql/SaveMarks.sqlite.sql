UPDATE CopyMark SET
    SentAt = j.value ->> 'SentAt',
    NextSendAt = j.value ->> 'NextSendAt',
    Sends = j.value ->> 'Sends',
    SentToSpoolId = j.value ->> 'SentToSpoolId',
    AnsweredAt = j.value ->> 'AnsweredAt'
FROM json_each(@rows) AS j
WHERE CopyMark.DeliveryId = j.value ->> 'DeliveryId' AND CopyMark.Mark = j.value ->> 'Mark';
