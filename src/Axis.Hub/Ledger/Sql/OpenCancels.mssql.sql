UPDATE c SET
    AdapterCode = j.AdapterCode,
    Attempt = CASE WHEN c.Answer IS NULL AND c.Attempt > j.Attempt THEN c.Attempt ELSE j.Attempt END,
    Purpose = CASE WHEN c.Answer IS NULL AND (j.WaitingDeliveryId IS NULL OR c.WaitingDeliveryId IS NOT NULL) THEN c.Purpose ELSE j.Purpose END,
    WaitingDeliveryId = CASE WHEN c.Answer IS NULL THEN COALESCE(c.WaitingDeliveryId, j.WaitingDeliveryId) ELSE j.WaitingDeliveryId END,
    OpenedAt = CASE WHEN c.Answer IS NULL THEN c.OpenedAt ELSE j.OpenedAt END,
    SentAt = CASE WHEN c.Answer IS NULL THEN c.SentAt END,
    NextSendAt = CASE WHEN c.Answer IS NULL THEN c.NextSendAt ELSE j.NextSendAt END,
    Sends = CASE WHEN c.Answer IS NULL THEN c.Sends ELSE 0 END,
    SentToSpoolId = CASE WHEN c.Answer IS NULL THEN c.SentToSpoolId END,
    Answer = NULL,
    AnsweredAt = NULL
FROM OPENJSON(@rows) WITH (
    DeliveryId uniqueidentifier,
    AdapterCode nvarchar(64),
    Attempt int,
    Purpose nvarchar(40),
    WaitingDeliveryId uniqueidentifier,
    OpenedAt datetimeoffset(3),
    SentAt datetimeoffset(3),
    NextSendAt datetimeoffset(3),
    Sends int,
    SentToSpoolId uniqueidentifier,
    Answer nvarchar(20),
    AnsweredAt datetimeoffset(3)) AS j
INNER JOIN dbo.Cancel AS c WITH (UPDLOCK, ROWLOCK) ON c.DeliveryId = j.DeliveryId;

INSERT INTO dbo.Cancel (
    DeliveryId, AdapterCode, Attempt, Purpose, WaitingDeliveryId, OpenedAt, SentAt, NextSendAt, Sends, SentToSpoolId, Answer, AnsweredAt)
SELECT
    j.DeliveryId, j.AdapterCode, j.Attempt, j.Purpose, j.WaitingDeliveryId, j.OpenedAt, j.SentAt, j.NextSendAt, j.Sends, j.SentToSpoolId, j.Answer,
    j.AnsweredAt
FROM OPENJSON(@rows) WITH (
    DeliveryId uniqueidentifier,
    AdapterCode nvarchar(64),
    Attempt int,
    Purpose nvarchar(40),
    WaitingDeliveryId uniqueidentifier,
    OpenedAt datetimeoffset(3),
    SentAt datetimeoffset(3),
    NextSendAt datetimeoffset(3),
    Sends int,
    SentToSpoolId uniqueidentifier,
    Answer nvarchar(20),
    AnsweredAt datetimeoffset(3)) AS j
WHERE NOT EXISTS (SELECT 1 FROM dbo.Cancel AS e WHERE e.DeliveryId = j.DeliveryId);
