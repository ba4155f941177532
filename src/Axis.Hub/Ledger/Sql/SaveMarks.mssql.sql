UPDATE c SET
    SentAt = j.SentAt,
    NextSendAt = j.NextSendAt,
    Sends = j.Sends,
    SentToSpoolId = j.SentToSpoolId,
    AnsweredAt = j.AnsweredAt
FROM OPENJSON(@rows) WITH (
    DeliveryId uniqueidentifier,
    Mark int,
    SentAt datetimeoffset(3),
    NextSendAt datetimeoffset(3),
    Sends int,
    SentToSpoolId uniqueidentifier,
    AnsweredAt datetimeoffset(3)) AS j
INNER JOIN dbo.CopyMark AS c ON c.DeliveryId = j.DeliveryId AND c.Mark = j.Mark;
