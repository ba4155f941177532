-- An item that an operator has handed back is his: it says retried, with his name and reason, when its delivery was sent again.
UPDATE s SET
    Status = CASE WHEN s.Status = N'retry' AND j.SentAgain = 1 THEN N'retried' ELSE N'closed' END,
    ClosedBy = CASE WHEN s.Status = N'retry' AND j.SentAgain = 1 THEN s.ClosedBy ELSE j.[By] END,
    ClosedReason = CASE WHEN s.Status = N'retry' AND j.SentAgain = 1 THEN s.ClosedReason ELSE j.Reason END,
    ClosedAt = j.At
FROM OPENJSON(@rows) WITH (
    DeliveryId uniqueidentifier,
    SentAgain bit,
    [By] nvarchar(200),
    Reason nvarchar(max),
    At datetimeoffset(3)) AS j
INNER JOIN dbo.Stuck AS s ON s.DeliveryId = j.DeliveryId
WHERE s.Status IN (N'open', N'retry');
