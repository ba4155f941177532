-- What the books of a day tell of what was handed over: that of the day, what has no answer, what the hub expects, and accepted ones whose states can still change.
SELECT s.Cursor, s.SubmissionId, s.Agency, s.PackageSha256, s.State, s.HandedOverAt, s.Receipt, s.DueAt
FROM Submission s
WHERE s.SubmissionId IN (
  SELECT SubmissionId FROM Submission WHERE HandedOverAt >= @Start AND HandedOverAt < @End
  UNION
  SELECT SubmissionId FROM Submission WHERE DueAt IS NOT NULL
  UNION
  SELECT value FROM json_each(@Expected)
  UNION
  SELECT a.SubmissionId
  FROM Submission a
  WHERE a.State = 'Accepted' AND a.HandedOverAt >= @Oldest AND EXISTS (
    SELECT 1 FROM json_each(a.Receipt, '$.receivers') line
    WHERE json_extract(line.value, '$.outcome') = 'delivery' AND NOT EXISTS (
      SELECT 1 FROM OwnState o
      WHERE o.DeliveryId = json_extract(line.value, '$.deliveryId') AND (o.Business IN ('02', '03', '04', '05', '06', '15', '16') OR o.Transport = 'VOID' OR (a.Kind = 'status' AND o.Transport = 'DONE')))))
ORDER BY s.Cursor
