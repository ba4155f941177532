-- Those of the list that wait for an operator.
SELECT COUNT(*)
FROM dbo.Cancel AS c
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = c.DeliveryId
LEFT JOIN dbo.Delivery AS w ON w.DeliveryId = c.WaitingDeliveryId
WHERE c.Answer = N'other-spool' AND ((w.Suspended = 1 AND w.VoidAs IS NULL) OR (d.Transport = 3 AND d.VoidAs IS NULL));
