UPDATE e SET Seen = e.Seen + j.Seen, LastSeenAt = j.LastSeenAt
FROM OPENJSON(@rows) WITH (AlertKey nvarchar(200), LastSeenAt datetimeoffset(3), Seen int) AS j
INNER JOIN dbo.Alert AS e WITH (UPDLOCK, ROWLOCK) ON e.AlertKey = j.AlertKey AND e.ClosedAt IS NULL;

INSERT INTO dbo.Alert (AlertId, AlertKey, Kind, AdapterCode, AgencyId, SubmissionId, Finding, OpenedAt, LastSeenAt, Seen)
SELECT
    j.AlertId, j.AlertKey, j.Kind, j.AdapterCode, j.AgencyId, j.SubmissionId, j.Finding, j.OpenedAt, j.LastSeenAt, j.Seen
FROM OPENJSON(@rows) WITH (
    AlertId uniqueidentifier,
    AlertKey nvarchar(200),
    Kind nvarchar(40),
    AdapterCode nvarchar(64),
    AgencyId uniqueidentifier,
    SubmissionId uniqueidentifier,
    Finding nvarchar(max),
    OpenedAt datetimeoffset(3),
    LastSeenAt datetimeoffset(3),
    Seen int) AS j
WHERE NOT EXISTS (SELECT 1 FROM dbo.Alert AS e WHERE e.AlertKey = j.AlertKey AND e.ClosedAt IS NULL);
