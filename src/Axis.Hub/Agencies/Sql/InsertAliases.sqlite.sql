INSERT INTO AgencyAlias (Alias, AgencyId, Form, ValidFrom, ValidTo, SuccessorCode, SuccessorFrom)
SELECT value ->> 'Alias', value ->> 'AgencyId', value ->> 'Form', value ->> 'ValidFrom', value ->> 'ValidTo',
    value ->> 'SuccessorCode', value ->> 'SuccessorFrom'
FROM json_each(@rows);
