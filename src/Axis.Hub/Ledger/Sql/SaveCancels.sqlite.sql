UPDATE Cancel SET
    AdapterCode = j.value ->> 'AdapterCode',
    Attempt = j.value ->> 'Attempt',
    Purpose = j.value ->> 'Purpose',
    WaitingDeliveryId = j.value ->> 'WaitingDeliveryId',
    SentAt = j.value ->> 'SentAt',
    NextSendAt = j.value ->> 'NextSendAt',
    Sends = j.value ->> 'Sends',
    SentToSpoolId = j.value ->> 'SentToSpoolId',
    Answer = j.value ->> 'Answer',
    AnsweredAt = j.value ->> 'AnsweredAt'
FROM json_each(@rows) AS j
WHERE Cancel.DeliveryId = j.value ->> 'DeliveryId';
