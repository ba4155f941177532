UPDATE b SET
    RestSince = j.RestSince,
    EventSequence = j.EventSequence,
    EventEffectiveAt = j.EventEffectiveAt
FROM OPENJSON(@rows) WITH (
    DifferenceId uniqueidentifier,
    RestSince datetimeoffset(3),
    EventSequence int,
    EventEffectiveAt datetimeoffset(3)) AS j
INNER JOIN dbo.BookDifference AS b ON b.DifferenceId = j.DifferenceId;
