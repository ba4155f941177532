-- A receiver's copy is with its own adapter, the sender's with the one that submitted it.
INSERT INTO CopyMark (DeliveryId, Mark, AdapterCode, SubmissionId, Attempt, Command, Reason, OpenedAt, NextSendAt, Sends)
SELECT
    j.value ->> 'DeliveryId', j.value ->> 'Mark', CASE j.value ->> 'Mark' WHEN 0 THEN o.AdapterCode ELSE d.AdapterCode END,
    CASE j.value ->> 'Mark' WHEN 0 THEN o.SubmissionId END, d.Attempt, j.value ->> 'Command', j.value ->> 'Reason', j.value ->> 'OpenedAt',
    j.value ->> 'OpenedAt', 0
FROM json_each(@rows) AS j
INNER JOIN Delivery AS d ON d.DeliveryId = j.value ->> 'DeliveryId'
INNER JOIN Document AS o ON o.DocumentId = d.DocumentId;
