INSERT INTO dbo.AgencyAlias (Alias, AgencyId, Form, ValidFrom, ValidTo)
SELECT j.Alias, j.AgencyId, j.Form, j.ValidFrom, j.ValidTo
FROM OPENJSON(@rows) WITH (
    Alias nvarchar(64),
    AgencyId uniqueidentifier,
    Form nvarchar(20),
    ValidFrom datetimeoffset(3),
    ValidTo datetimeoffset(3)) AS j;
