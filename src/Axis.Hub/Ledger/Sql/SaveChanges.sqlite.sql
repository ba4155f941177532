UPDATE ChangeRequest SET
    Status = j.value ->> 'Status',
    Waits = j.value ->> 'Waits',
    Since = j.value ->> 'Since',
    DeliveredAt = j.value ->> 'DeliveredAt',
    DueAt = j.value ->> 'DueAt',
    WarnAt = j.value ->> 'WarnAt',
    Warned = j.value ->> 'Warned',
    Code = j.value ->> 'Code',
    Answer = j.value ->> 'Answer',
    CountedBy = j.value ->> 'CountedBy'
FROM json_each(@rows) AS j
WHERE ChangeRequest.CarrierId = j.value ->> 'CarrierId' AND ChangeRequest.TargetId = j.value ->> 'TargetId';
