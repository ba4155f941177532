-- Given back by another spool, it waits for an operator while its failure stands or the mended document is held back.
SELECT
    c.DeliveryId, d.DocumentId, d.ReceiverCode, c.AdapterCode, c.Attempt, c.Purpose, c.OpenedAt, c.SentAt, c.Sends, c.WaitingDeliveryId,
    CASE WHEN c.Answer IS NULL THEN 'answer' ELSE 'operator' END AS WaitsFor
FROM Cancel AS c
INNER JOIN Delivery AS d ON d.DeliveryId = c.DeliveryId
LEFT JOIN Delivery AS w ON w.DeliveryId = c.WaitingDeliveryId
WHERE c.Answer IS NULL
    OR (c.Answer = 'other-spool' AND ((w.Suspended = 1 AND w.VoidAs IS NULL) OR (d.Transport = 3 AND d.VoidAs IS NULL)))
ORDER BY c.OpenedAt, c.DeliveryId
LIMIT @limit;
