INSERT INTO dbo.AgencyEvent (EventId, AgencyId, Code, NameVi, NameEn, ParentId, AdapterCode, Pilot, SuccessorId, SuccessorFrom, RecordedAt)
SELECT j.EventId, j.AgencyId, j.Code, j.NameVi, j.NameEn, j.ParentId, j.AdapterCode, j.Pilot, j.SuccessorId, j.SuccessorFrom, @at
FROM OPENJSON(@rows) WITH (
    EventId uniqueidentifier,
    AgencyId uniqueidentifier '$.Agency.AgencyId',
    Code nvarchar(64) '$.Agency.Code',
    NameVi nvarchar(400) '$.Agency.NameVi',
    NameEn nvarchar(400) '$.Agency.NameEn',
    ParentId uniqueidentifier '$.Agency.ParentId',
    AdapterCode nvarchar(64) '$.Agency.AdapterCode',
    Pilot bit '$.Agency.Pilot',
    SuccessorId uniqueidentifier,
    SuccessorFrom datetimeoffset(3)) AS j;
