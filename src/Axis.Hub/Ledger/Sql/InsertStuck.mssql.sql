INSERT INTO dbo.Stuck (
    StuckId, Kind, Queue, AdapterCode, DeliveryId, Attempt, Body, Headers, Reason, RecordedAt, Status, ClosedBy, ClosedReason, ClosedAt)
SELECT
    j.StuckId, j.Kind, j.Queue, j.AdapterCode, j.DeliveryId, j.Attempt, j.Body, j.Headers, j.Reason, j.RecordedAt, j.Status, j.ClosedBy,
    j.ClosedReason, j.ClosedAt
FROM OPENJSON(@rows) WITH (
    StuckId uniqueidentifier,
    Kind nvarchar(40),
    Queue nvarchar(200),
    AdapterCode nvarchar(64),
    DeliveryId uniqueidentifier,
    Attempt int,
    Body varbinary(max),
    Headers nvarchar(max),
    Reason nvarchar(max),
    RecordedAt datetimeoffset(3),
    Status nvarchar(20),
    ClosedBy nvarchar(200),
    ClosedReason nvarchar(max),
    ClosedAt datetimeoffset(3)) AS j;
