INSERT INTO dbo.AgencyAlias (Alias, AgencyId, Form, ValidFrom, ValidTo, SuccessorCode, SuccessorFrom)
SELECT j.Alias, j.AgencyId, j.Form, j.ValidFrom, j.ValidTo, j.SuccessorCode, j.SuccessorFrom
FROM OPENJSON(@rows) WITH (
    Alias nvarchar(64),
    AgencyId uniqueidentifier,
    Form nvarchar(20),
    ValidFrom datetimeoffset(3),
    ValidTo datetimeoffset(3),
    SuccessorCode nvarchar(64),
    SuccessorFrom datetimeoffset(3)) AS j;
