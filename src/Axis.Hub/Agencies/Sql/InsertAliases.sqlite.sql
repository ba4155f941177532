INSERT INTO AgencyAlias (Alias, AgencyId, Form, ValidFrom, ValidTo)
SELECT value ->> 'Alias', value ->> 'AgencyId', value ->> 'Form', value ->> 'ValidFrom', value ->> 'ValidTo'
FROM json_each(@rows);
