UPDATE a
SET
    a.Code102 = j.Code102, a.NameVi = j.NameVi, a.NameEn = j.NameEn, a.Kind = j.Kind, a.ParentId = j.ParentId, a.AdapterCode = j.AdapterCode,
    a.Active = j.Active, a.Pilot = j.Pilot, a.Source = j.Source, a.Confidence = j.Confidence, a.ChangedAt = j.ChangedAt,
    a.SuspendedSince = j.SuspendedSince, a.SuspendedBy = j.SuspendedBy, a.SuspendedReason = j.SuspendedReason,
    a.OfficeHours = j.OfficeHours
FROM dbo.Agency AS a
INNER JOIN OPENJSON(@rows) WITH (
    AgencyId uniqueidentifier,
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
    OfficeHours nvarchar(200)) AS j ON j.AgencyId = a.AgencyId;
