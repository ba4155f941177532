WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO BookDifference (DifferenceId, AdapterCode, AgencyId, Side, SubjectId, LineId, Code, Document, RestSince, EventSequence, EventEffectiveAt, AtHub, AtAdapter, ClosedBy)
SELECT
    value ->> 'DifferenceId',
    value ->> 'AdapterCode',
    value ->> 'AgencyId',
    value ->> 'Side',
    value ->> 'SubjectId',
    value ->> 'LineId',
    value ->> 'Code',
    value ->> 'Document',
    value ->> 'RestSince',
    value ->> 'EventSequence',
    value ->> 'EventEffectiveAt',
    value ->> 'AtHub',
    value ->> 'AtAdapter',
    value ->> 'ClosedBy'
FROM j;
