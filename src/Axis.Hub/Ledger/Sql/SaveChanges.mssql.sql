UPDATE c SET
    Status = j.Status,
    Waits = j.Waits,
    Since = j.Since,
    DeliveredAt = j.DeliveredAt,
    DueAt = j.DueAt,
    WarnAt = j.WarnAt,
    Warned = j.Warned,
    Code = j.Code,
    Answer = j.Answer,
    CountedBy = j.CountedBy
FROM OPENJSON(@rows) WITH (
    CarrierId uniqueidentifier,
    TargetId uniqueidentifier,
    Status int,
    Waits bit,
    Since datetimeoffset(3),
    DeliveredAt datetimeoffset(3),
    DueAt datetimeoffset(3),
    WarnAt datetimeoffset(3),
    Warned bit,
    Code nvarchar(10),
    Answer nvarchar(max),
    CountedBy int) AS j
INNER JOIN dbo.ChangeRequest AS c ON c.CarrierId = j.CarrierId AND c.TargetId = j.TargetId;
