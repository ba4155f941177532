INSERT INTO dbo.ChangeRequest (CarrierId, TargetId, SubmissionId, Command, Status, Waits, Reason, OpenedAt, Since, DeliveredAt, DueAt, Code, Answer, CountedBy)
SELECT j.CarrierId, j.TargetId, j.SubmissionId, j.Command, j.Status, j.Waits, j.Reason, j.OpenedAt, j.Since, j.DeliveredAt, j.DueAt, j.Code, j.Answer, j.CountedBy
FROM OPENJSON(@rows) WITH (
    CarrierId uniqueidentifier,
    TargetId uniqueidentifier,
    SubmissionId uniqueidentifier,
    Command int,
    Status int,
    Waits bit,
    Reason nvarchar(max),
    OpenedAt datetimeoffset(3),
    Since datetimeoffset(3),
    DeliveredAt datetimeoffset(3),
    DueAt datetimeoffset(3),
    Code nvarchar(10),
    Answer nvarchar(max),
    CountedBy int) AS j;
