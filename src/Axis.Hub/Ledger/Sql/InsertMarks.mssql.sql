-- A receiver's copy is with its own adapter, the sender's with the one that submitted it.
INSERT INTO dbo.CopyMark (DeliveryId, Mark, AdapterCode, SubmissionId, Attempt, Command, Reason, OpenedAt, NextSendAt, Sends)
SELECT
    j.DeliveryId, j.Mark, CASE WHEN j.Mark = 0 THEN o.AdapterCode ELSE d.AdapterCode END, CASE WHEN j.Mark = 0 THEN o.SubmissionId END, d.Attempt,
    j.Command, j.Reason, j.OpenedAt, j.OpenedAt, 0
FROM OPENJSON(@rows) WITH (
    DeliveryId uniqueidentifier,
    Mark int,
    Command int,
    Reason nvarchar(max),
    OpenedAt datetimeoffset(3)) AS j
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = j.DeliveryId
INNER JOIN dbo.Document AS o ON o.DocumentId = d.DocumentId;
