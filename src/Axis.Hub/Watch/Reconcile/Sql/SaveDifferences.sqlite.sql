WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
UPDATE BookDifference SET
    RestSince = j.value ->> 'RestSince',
    EventSequence = j.value ->> 'EventSequence',
    EventEffectiveAt = j.value ->> 'EventEffectiveAt',
    AtHub = j.value ->> 'AtHub',
    AtAdapter = j.value ->> 'AtAdapter',
    ClosedBy = j.value ->> 'ClosedBy'
FROM j
WHERE BookDifference.DifferenceId = j.value ->> 'DifferenceId';
