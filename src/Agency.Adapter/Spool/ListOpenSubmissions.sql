-- Accepted ones whose states can still change: the hub is asked for them after it was away.
SELECT Cursor, SubmissionId
FROM Submission s
WHERE State = 'Accepted' AND HandedOverAt >= @Since AND Cursor > @After AND EXISTS (
  SELECT 1 FROM json_each(s.Receipt, '$.receivers') line
  WHERE json_extract(line.value, '$.deliveryId') IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM OwnState o
    WHERE o.DeliveryId = json_extract(line.value, '$.deliveryId') AND (o.Business IN ('02', '06') OR o.Transport = 'VOID')))
ORDER BY Cursor
LIMIT @Limit
