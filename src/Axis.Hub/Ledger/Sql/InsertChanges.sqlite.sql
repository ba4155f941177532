INSERT INTO ChangeRequest (CarrierId, TargetId, SubmissionId, Command, Status, Waits, Reason, OpenedAt, Since, DeliveredAt, DueAt, Code, Answer, CountedBy)
SELECT
    value ->> 'CarrierId',
    value ->> 'TargetId',
    value ->> 'SubmissionId',
    value ->> 'Command',
    value ->> 'Status',
    value ->> 'Waits',
    value ->> 'Reason',
    value ->> 'OpenedAt',
    value ->> 'Since',
    value ->> 'DeliveredAt',
    value ->> 'DueAt',
    value ->> 'Code',
    value ->> 'Answer',
    value ->> 'CountedBy'
FROM json_each(@rows);
