UPDATE c SET
    AdapterCode = j.AdapterCode,
    Attempt = j.Attempt,
    Purpose = j.Purpose,
    WaitingDeliveryId = j.WaitingDeliveryId,
    SentAt = j.SentAt,
    NextSendAt = j.NextSendAt,
    Sends = j.Sends,
    SentToSpoolId = j.SentToSpoolId,
    Answer = j.Answer,
    AnsweredAt = j.AnsweredAt
FROM OPENJSON(@rows) WITH (
    DeliveryId uniqueidentifier,
    AdapterCode nvarchar(64),
    Attempt int,
    Purpose nvarchar(40),
    WaitingDeliveryId uniqueidentifier,
    SentAt datetimeoffset(3),
    NextSendAt datetimeoffset(3),
    Sends int,
    SentToSpoolId uniqueidentifier,
    Answer nvarchar(20),
    AnsweredAt datetimeoffset(3)) AS j
INNER JOIN dbo.Cancel AS c ON c.DeliveryId = j.DeliveryId;
