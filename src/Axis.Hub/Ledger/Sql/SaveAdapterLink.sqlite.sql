INSERT INTO AdapterLink (
    AdapterCode, SpoolId, HeartbeatAt, ClockSkewMs, HeartbeatJson, QueryNumber, QuerySentAt, QueryRepeats)
SELECT
    value ->> 'AdapterCode', value ->> 'SpoolId', value ->> 'HeartbeatAt', value ->> 'ClockSkewMs', value ->> 'HeartbeatJson', value ->>
    'QueryNumber', value ->> 'QuerySentAt', value ->> 'QueryRepeats'
FROM json_each(@rows) WHERE true
ON CONFLICT (AdapterCode) DO UPDATE SET
    SpoolId = excluded.SpoolId,
    HeartbeatAt = excluded.HeartbeatAt,
    ClockSkewMs = excluded.ClockSkewMs,
    HeartbeatJson = excluded.HeartbeatJson,
    QueryNumber = excluded.QueryNumber,
    QuerySentAt = excluded.QuerySentAt,
    QueryRepeats = excluded.QueryRepeats;
