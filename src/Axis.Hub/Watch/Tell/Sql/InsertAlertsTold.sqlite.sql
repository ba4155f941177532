INSERT INTO AlertTold (AlertToldId, AlertId, AgencyId, AdapterCode, Channel, Version, At)
SELECT
    j.value ->> 'AlertToldId', j.value ->> 'AlertId', CASE WHEN j.value ->> 'IsCounterpart' = 1 THEN a.CounterpartId ELSE a.AgencyId END,
    j.value ->> 'AdapterCode', 'axis', j.value ->> 'Version', @at
FROM json_each(@rows) AS j
INNER JOIN Alert AS a ON a.AlertId = j.value ->> 'AlertId'
WHERE NOT EXISTS (
    SELECT 1 FROM AlertTold AS o
    WHERE o.AlertId = j.value ->> 'AlertId' AND o.Channel = 'axis' AND o.AdapterCode = j.value ->> 'AdapterCode' AND o.Version = j.value ->> 'Version');
