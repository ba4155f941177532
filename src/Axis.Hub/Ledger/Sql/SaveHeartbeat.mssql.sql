UPDATE l SET
    SpoolId = j.SpoolId,
    HeartbeatAt = j.HeartbeatAt,
    ClockSkewMs = j.ClockSkewMs,
    HeartbeatJson = j.HeartbeatJson
FROM OPENJSON(@rows) WITH (
    AdapterCode nvarchar(64),
    SpoolId uniqueidentifier,
    HeartbeatAt datetimeoffset(3),
    ClockSkewMs bigint,
    HeartbeatJson nvarchar(max)) AS j
INNER JOIN dbo.AdapterLink AS l WITH (UPDLOCK, ROWLOCK) ON l.AdapterCode = j.AdapterCode;

INSERT INTO dbo.AdapterLink (AdapterCode, SpoolId, HeartbeatAt, ClockSkewMs, HeartbeatJson, QueryNumber, QueryRepeats)
SELECT j.AdapterCode, j.SpoolId, j.HeartbeatAt, j.ClockSkewMs, j.HeartbeatJson, 0, 0
FROM OPENJSON(@rows) WITH (
    AdapterCode nvarchar(64),
    SpoolId uniqueidentifier,
    HeartbeatAt datetimeoffset(3),
    ClockSkewMs bigint,
    HeartbeatJson nvarchar(max)) AS j
WHERE NOT EXISTS (SELECT 1 FROM dbo.AdapterLink AS e WHERE e.AdapterCode = j.AdapterCode);
