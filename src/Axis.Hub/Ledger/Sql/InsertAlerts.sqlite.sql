INSERT INTO Alert (
    AlertId, AlertKey, Kind, CaseNumber, AdapterCode, AgencyId, CounterpartId, CounterAdapterCode, DocumentId, SubmissionId, Cause, Severity,
    Finding, OpenedAt, LastSeenAt, Seen, OpenItems, Version, Muted, TellAt)
SELECT
    value ->> 'AlertId', value ->> 'AlertKey', value ->> 'Kind', value ->> 'CaseNumber', value ->> 'AdapterCode', value ->> 'AgencyId',
    value ->> 'CounterpartId', value ->> 'CounterAdapterCode', value ->> 'DocumentId', value ->> 'SubmissionId', value ->> 'Cause',
    value ->> 'Severity', value ->> 'Finding', value ->> 'OpenedAt', value ->> 'LastSeenAt', value ->> 'Seen', value ->> 'OpenItems',
    value ->> 'Version', value ->> 'Muted', value ->> 'TellAt'
FROM json_each(@rows);
