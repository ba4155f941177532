UPDATE AgencyAlias
SET
    ValidFrom = j.value ->> 'ValidFrom', ValidTo = j.value ->> 'ValidTo', SuccessorCode = j.value ->> 'SuccessorCode',
    SuccessorFrom = j.value ->> 'SuccessorFrom'
FROM json_each(@rows) AS j
WHERE AgencyAlias.Alias = j.value ->> 'Alias' AND AgencyAlias.AgencyId = j.value ->> 'AgencyId';
