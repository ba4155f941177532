INSERT INTO Alert (AlertId, AlertKey, Kind, AdapterCode, AgencyId, SubmissionId, Finding, OpenedAt, LastSeenAt, Seen)
SELECT
    value ->> 'AlertId', value ->> 'AlertKey', value ->> 'Kind', value ->> 'AdapterCode', value ->> 'AgencyId', value ->> 'SubmissionId',
    value ->> 'Finding', value ->> 'OpenedAt', value ->> 'LastSeenAt', value ->> 'Seen'
FROM json_each(@rows) WHERE true
ON CONFLICT (AlertKey) WHERE ClosedAt IS NULL DO UPDATE SET Seen = Seen + excluded.Seen, LastSeenAt = excluded.LastSeenAt;
