INSERT INTO dbo.AlertTold (AlertToldId, AlertId, AgencyId, AdapterCode, Channel, Version, At)
SELECT j.AlertToldId, j.AlertId, CASE WHEN j.IsCounterpart = 1 THEN a.CounterpartId ELSE a.AgencyId END, j.AdapterCode, N'axis', j.Version, @at
FROM OPENJSON(@rows) WITH (
    AlertToldId uniqueidentifier,
    AlertId uniqueidentifier,
    AdapterCode nvarchar(64),
    IsCounterpart bit,
    Version int) AS j
INNER JOIN dbo.Alert AS a ON a.AlertId = j.AlertId
WHERE NOT EXISTS (
    SELECT 1 FROM dbo.AlertTold AS o
    WHERE o.AlertId = j.AlertId AND o.Channel = N'axis' AND o.AdapterCode = j.AdapterCode AND o.Version = j.Version);
