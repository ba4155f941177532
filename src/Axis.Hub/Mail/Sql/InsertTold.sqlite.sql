INSERT INTO AlertTold (AlertToldId, AlertId, AgencyId, AdapterCode, Channel, Version, At)
SELECT value ->> 'AlertToldId', value ->> 'AlertId', value ->> 'AgencyId', NULL, 'email', value ->> 'Version', value ->> 'At'
FROM json_each(@rows);
