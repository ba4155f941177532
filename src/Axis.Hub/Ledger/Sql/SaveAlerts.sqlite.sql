WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
UPDATE Alert SET
    CaseNumber = j.value ->> 'CaseNumber',
    Cause = j.value ->> 'Cause',
    OpenedAt = j.value ->> 'OpenedAt',
    Muted = j.value ->> 'Muted',
    Severity = j.value ->> 'Severity',
    Finding = j.value ->> 'Finding',
    LastSeenAt = j.value ->> 'LastSeenAt',
    Seen = j.value ->> 'Seen',
    OpenItems = j.value ->> 'OpenItems',
    Version = j.value ->> 'Version',
    ClosedAt = j.value ->> 'ClosedAt',
    ClosedBy = j.value ->> 'ClosedBy',
    ClosedReason = j.value ->> 'ClosedReason',
    Hushed = j.value ->> 'Hushed',
    TellAt = j.value ->> 'TellAt'
FROM j
WHERE Alert.AlertId = j.value ->> 'AlertId';
