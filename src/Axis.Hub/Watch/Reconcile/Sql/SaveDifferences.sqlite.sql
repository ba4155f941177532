WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
UPDATE BookDifference SET
    RestSince = j.value ->> 'RestSince',
    EventSequence = j.value ->> 'EventSequence',
    EventEffectiveAt = j.value ->> 'EventEffectiveAt'
FROM j
WHERE BookDifference.DifferenceId = j.value ->> 'DifferenceId';
