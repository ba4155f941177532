-- Given back by another spool, it waits for an operator while its failure stands or the mended document is held back.
SELECT TOP (@limit)
    c.DeliveryId, d.DocumentId, d.ReceiverCode, c.AdapterCode, c.Attempt, c.Purpose, c.OpenedAt, c.SentAt, c.Sends, c.WaitingDeliveryId,
    CASE WHEN c.Answer IS NULL THEN N'answer' ELSE N'operator' END AS WaitsFor
FROM dbo.Cancel AS c
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = c.DeliveryId
LEFT JOIN dbo.Delivery AS w ON w.DeliveryId = c.WaitingDeliveryId
WHERE c.Answer IS NULL
    OR (c.Answer = N'other-spool' AND ((w.Suspended = 1 AND w.VoidAs IS NULL) OR (d.Transport = 3 AND d.VoidAs IS NULL)))
ORDER BY c.OpenedAt, c.DeliveryId;
