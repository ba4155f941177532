UPDATE a SET
    Severity = j.Severity,
    Finding = j.Finding,
    LastSeenAt = j.LastSeenAt,
    Seen = j.Seen,
    OpenItems = j.OpenItems,
    Version = j.Version,
    ClosedAt = j.ClosedAt,
    ClosedBy = j.ClosedBy,
    ClosedReason = j.ClosedReason,
    Hushed = j.Hushed
FROM OPENJSON(@rows) WITH (
    AlertId uniqueidentifier,
    Severity int,
    Finding nvarchar(max),
    LastSeenAt datetimeoffset(3),
    Seen int,
    OpenItems int,
    Version int,
    ClosedAt datetimeoffset(3),
    ClosedBy nvarchar(200),
    ClosedReason nvarchar(max),
    Hushed bit) AS j
INNER JOIN dbo.Alert AS a ON a.AlertId = j.AlertId;
