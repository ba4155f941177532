INSERT INTO dbo.Agency (
    AgencyId, Code, Code102, NameVi, NameEn, Kind, ParentId, AdapterCode, Active, Pilot, Source, Confidence, ChangedAt, SuspendedSince, SuspendedBy,
    SuspendedReason, OfficeHours)
SELECT
    j.AgencyId, j.Code, j.Code102, j.NameVi, j.NameEn, j.Kind, j.ParentId, j.AdapterCode, j.Active, j.Pilot, j.Source, j.Confidence, j.ChangedAt,
    j.SuspendedSince, j.SuspendedBy, j.SuspendedReason, j.OfficeHours
FROM OPENJSON(@rows) WITH (
    AgencyId uniqueidentifier,
    Code nvarchar(64),
    Code102 nvarchar(64),
    NameVi nvarchar(400),
    NameEn nvarchar(400),
    Kind nvarchar(40),
    ParentId uniqueidentifier,
    AdapterCode nvarchar(64),
    Active bit,
    Pilot bit,
    Source nvarchar(200),
    Confidence nvarchar(40),
    ChangedAt datetimeoffset(3),
    SuspendedSince datetimeoffset(3),
    SuspendedBy nvarchar(200),
    SuspendedReason nvarchar(max),
    OfficeHours nvarchar(200)) AS j;
