UPDATE b SET
    RestSince = j.RestSince,
    EventSequence = j.EventSequence,
    EventEffectiveAt = j.EventEffectiveAt,
    AtHub = j.AtHub,
    AtAdapter = j.AtAdapter,
    ClosedBy = j.ClosedBy
FROM OPENJSON(@rows) WITH (
    DifferenceId uniqueidentifier,
    RestSince datetimeoffset(3),
    EventSequence int,
    EventEffectiveAt datetimeoffset(3),
    AtHub nvarchar(400),
    AtAdapter nvarchar(400),
    ClosedBy nvarchar(200)) AS j
INNER JOIN dbo.BookDifference AS b ON b.DifferenceId = j.DifferenceId;
