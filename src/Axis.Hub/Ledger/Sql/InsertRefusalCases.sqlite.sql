WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO RefusalCase (CaseId, AgencyId, PackageSha256, ReceiverCode, FamilyKey, CodeNumber, CodeNotation, PromulgationDate, RestSince, EventSequence, EventEffectiveAt)
SELECT
    value ->> 'CaseId',
    value ->> 'AgencyId',
    value ->> 'PackageSha256',
    value ->> 'ReceiverCode',
    value ->> 'FamilyKey',
    value ->> 'CodeNumber',
    value ->> 'CodeNotation',
    value ->> 'PromulgationDate',
    value ->> 'RestSince',
    value ->> 'EventSequence',
    value ->> 'EventEffectiveAt'
FROM j;
