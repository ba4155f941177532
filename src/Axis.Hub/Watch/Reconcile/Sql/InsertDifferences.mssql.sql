INSERT INTO dbo.BookDifference (DifferenceId, AdapterCode, AgencyId, Side, SubjectId, LineId, Code, Document, RestSince, EventSequence, EventEffectiveAt, AtHub, AtAdapter, ClosedBy)
SELECT j.DifferenceId, j.AdapterCode, j.AgencyId, j.Side, j.SubjectId, j.LineId, j.Code, j.Document, j.RestSince, j.EventSequence, j.EventEffectiveAt, j.AtHub, j.AtAdapter, j.ClosedBy
FROM OPENJSON(@rows) WITH (
    DifferenceId uniqueidentifier,
    AdapterCode nvarchar(64),
    AgencyId uniqueidentifier,
    Side int,
    SubjectId uniqueidentifier,
    LineId uniqueidentifier,
    Code nvarchar(20),
    Document nvarchar(250),
    RestSince datetimeoffset(3),
    EventSequence int,
    EventEffectiveAt datetimeoffset(3),
    AtHub nvarchar(400),
    AtAdapter nvarchar(400),
    ClosedBy nvarchar(200)) AS j;
