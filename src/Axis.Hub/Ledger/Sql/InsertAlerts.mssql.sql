INSERT INTO dbo.Alert (
    AlertId, AlertKey, Kind, CaseNumber, AdapterCode, AgencyId, CounterpartId, CounterAdapterCode, DocumentId, SubmissionId, Cause, Severity,
    Finding, OpenedAt, LastSeenAt, Seen, OpenItems, Version, Muted, TellAt)
SELECT
    j.AlertId, j.AlertKey, j.Kind, j.CaseNumber, j.AdapterCode, j.AgencyId, j.CounterpartId, j.CounterAdapterCode, j.DocumentId, j.SubmissionId,
    j.Cause, j.Severity, j.Finding, j.OpenedAt, j.LastSeenAt, j.Seen, j.OpenItems, j.Version, j.Muted, j.TellAt
FROM OPENJSON(@rows) WITH (
    AlertId uniqueidentifier,
    AlertKey nvarchar(200),
    Kind nvarchar(40),
    CaseNumber nvarchar(20),
    AdapterCode nvarchar(64),
    AgencyId uniqueidentifier,
    CounterpartId uniqueidentifier,
    CounterAdapterCode nvarchar(64),
    DocumentId uniqueidentifier,
    SubmissionId uniqueidentifier,
    Cause nvarchar(40),
    Severity int,
    Finding nvarchar(max),
    OpenedAt datetimeoffset(3),
    LastSeenAt datetimeoffset(3),
    Seen int,
    OpenItems int,
    Version int,
    Muted bit,
    TellAt datetimeoffset(3)) AS j;
