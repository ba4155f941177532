INSERT INTO dbo.BookDifferenceEvent (DifferenceId, Sequence, Kind, Source, AtHub, AtAdapter, RecordedAt, EffectiveAt, Reason)
SELECT j.DifferenceId, j.Sequence, j.Kind, j.Source, j.AtHub, j.AtAdapter, j.RecordedAt, j.EffectiveAt, j.Reason
FROM OPENJSON(@rows) WITH (
    DifferenceId uniqueidentifier,
    Sequence int,
    Kind nvarchar(40),
    Source nvarchar(200),
    AtHub nvarchar(400),
    AtAdapter nvarchar(400),
    RecordedAt datetimeoffset(3),
    EffectiveAt datetimeoffset(3),
    Reason nvarchar(max)) AS j;
