WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
UPDATE RefusalCase SET
    RestSince = j.value ->> 'RestSince',
    EventSequence = j.value ->> 'EventSequence',
    EventEffectiveAt = j.value ->> 'EventEffectiveAt'
FROM j
WHERE RefusalCase.CaseId = j.value ->> 'CaseId';
