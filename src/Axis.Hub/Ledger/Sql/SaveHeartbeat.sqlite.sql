INSERT INTO AdapterLink (AdapterCode, SpoolId, HeartbeatAt, ClockSkewMs, HeartbeatJson, QueryNumber, QueryRepeats)
SELECT value ->> 'AdapterCode', value ->> 'SpoolId', value ->> 'HeartbeatAt', value ->> 'ClockSkewMs', value ->> 'HeartbeatJson', 0, 0
FROM json_each(@rows) WHERE true
ON CONFLICT (AdapterCode) DO UPDATE SET
    SpoolId = excluded.SpoolId,
    HeartbeatAt = excluded.HeartbeatAt,
    ClockSkewMs = excluded.ClockSkewMs,
    HeartbeatJson = excluded.HeartbeatJson;
