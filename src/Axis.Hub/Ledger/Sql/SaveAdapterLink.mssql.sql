UPDATE l SET
    SpoolId = j.SpoolId,
    HeartbeatAt = j.HeartbeatAt,
    ClockSkewMs = j.ClockSkewMs,
    HeartbeatJson = j.HeartbeatJson,
    QueryNumber = j.QueryNumber,
    QuerySentAt = j.QuerySentAt,
    QueryRepeats = j.QueryRepeats
FROM OPENJSON(@rows) WITH (
    AdapterCode nvarchar(64),
    SpoolId uniqueidentifier,
    HeartbeatAt datetimeoffset(3),
    ClockSkewMs bigint,
    HeartbeatJson nvarchar(max),
    QueryNumber bigint,
    QuerySentAt datetimeoffset(3),
    QueryRepeats int) AS j
INNER JOIN dbo.AdapterLink AS l WITH (UPDLOCK, ROWLOCK) ON l.AdapterCode = j.AdapterCode;

INSERT INTO dbo.AdapterLink (
    AdapterCode, SpoolId, HeartbeatAt, ClockSkewMs, HeartbeatJson, QueryNumber, QuerySentAt, QueryRepeats)
SELECT
    j.AdapterCode, j.SpoolId, j.HeartbeatAt, j.ClockSkewMs, j.HeartbeatJson, j.QueryNumber, j.QuerySentAt, j.QueryRepeats
FROM OPENJSON(@rows) WITH (
    AdapterCode nvarchar(64),
    SpoolId uniqueidentifier,
    HeartbeatAt datetimeoffset(3),
    ClockSkewMs bigint,
    HeartbeatJson nvarchar(max),
    QueryNumber bigint,
    QuerySentAt datetimeoffset(3),
    QueryRepeats int) AS j
WHERE NOT EXISTS (SELECT 1 FROM dbo.AdapterLink AS e WHERE e.AdapterCode = j.AdapterCode);
