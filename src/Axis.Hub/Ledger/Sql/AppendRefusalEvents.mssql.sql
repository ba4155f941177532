INSERT INTO dbo.RefusalEvent (CaseId, Sequence, Kind, Copies, Source, Detail, RecordedAt, EffectiveAt)
SELECT j.CaseId, j.Sequence, j.Kind, j.Copies, j.Source, j.Detail, j.RecordedAt, j.EffectiveAt
FROM OPENJSON(@rows) WITH (
    CaseId uniqueidentifier,
    Sequence int,
    Kind nvarchar(40),
    Copies int,
    Source nvarchar(200),
    Detail nvarchar(max),
    RecordedAt datetimeoffset(3),
    EffectiveAt datetimeoffset(3)) AS j;
