INSERT INTO dbo.DeliveryEvent (
    DeliveryId, Sequence, Kind, TransportFrom, TransportTo, BusinessFrom, BusinessTo, Attempt, Source, Detail, OccurredAt, RecordedAt, EffectiveAt,
    ProcessingDue, ArriveDue, AnswerDue, ProcessDue, Evidence, Hash)
SELECT
    j.DeliveryId, j.Sequence, j.Kind, j.TransportFrom, j.TransportTo, j.BusinessFrom, j.BusinessTo, j.Attempt, j.Source, j.Detail, j.OccurredAt,
    j.RecordedAt, j.EffectiveAt, j.ProcessingDue, j.ArriveDue, j.AnswerDue, j.ProcessDue, j.Evidence, j.Hash
FROM OPENJSON(@rows) WITH (
    DeliveryId uniqueidentifier,
    Sequence int,
    Kind nvarchar(40),
    TransportFrom int,
    TransportTo int,
    BusinessFrom nvarchar(10),
    BusinessTo nvarchar(10),
    Attempt int,
    Source nvarchar(200),
    Detail nvarchar(max),
    OccurredAt datetimeoffset(3),
    RecordedAt datetimeoffset(3),
    EffectiveAt datetimeoffset(3),
    ProcessingDue datetimeoffset(3),
    ArriveDue datetimeoffset(3),
    AnswerDue datetimeoffset(3),
    ProcessDue datetimeoffset(3),
    Evidence nvarchar(64),
    Hash nvarchar(64)) AS j;
