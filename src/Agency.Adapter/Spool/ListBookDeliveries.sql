-- What the books of a day tell of what was taken in: that of the day, what its agency has not taken, and what the hub expects; each with its agency's newest accepted answer.
SELECT
  d.DeliveryId, d.Kind, d.PackageSha256, d.Attempt, d.Phase, d.Agency, d.ReceivedAt, d.ClosedAt,
  (SELECT g.Code FROM StatusGiven g JOIN Submission a ON a.SubmissionId = g.SubmissionId WHERE g.DeliveryId = d.DeliveryId AND a.State = 'Accepted' ORDER BY a.Cursor DESC LIMIT 1) AS Answer,
  (SELECT a.HandedOverAt FROM StatusGiven g JOIN Submission a ON a.SubmissionId = g.SubmissionId WHERE g.DeliveryId = d.DeliveryId AND a.State = 'Accepted' ORDER BY a.Cursor DESC LIMIT 1) AS AnsweredAt
FROM Delivery d
WHERE d.DeliveryId IN (
  SELECT DeliveryId FROM Delivery WHERE ReceivedAt >= @Start AND ReceivedAt < @End
  UNION
  SELECT DeliveryId FROM Delivery WHERE Phase IN ('Received', 'ContentPending', 'Available', 'Placing')
  UNION
  SELECT value FROM json_each(@Expected))
ORDER BY d.ReceivedAt, d.DeliveryId
