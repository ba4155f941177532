UPDATE a
SET a.ValidFrom = j.ValidFrom, a.ValidTo = j.ValidTo, a.SuccessorCode = j.SuccessorCode, a.SuccessorFrom = j.SuccessorFrom
FROM dbo.AgencyAlias AS a
INNER JOIN OPENJSON(@rows) WITH (
    Alias nvarchar(64),
    AgencyId uniqueidentifier,
    ValidFrom datetimeoffset(3),
    ValidTo datetimeoffset(3),
    SuccessorCode nvarchar(64),
    SuccessorFrom datetimeoffset(3)) AS j ON j.Alias = a.Alias AND j.AgencyId = a.AgencyId;
