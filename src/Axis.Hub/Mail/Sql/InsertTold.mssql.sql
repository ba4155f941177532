INSERT INTO dbo.AlertTold (AlertToldId, AlertId, AgencyId, AdapterCode, Channel, Version, At)
SELECT j.AlertToldId, j.AlertId, j.AgencyId, NULL, N'email', j.Version, j.At
FROM OPENJSON(@rows) WITH (
    AlertToldId uniqueidentifier,
    AlertId uniqueidentifier,
    AgencyId uniqueidentifier,
    Version int,
    At datetimeoffset(3)) AS j;
