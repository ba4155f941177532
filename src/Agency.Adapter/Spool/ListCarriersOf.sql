-- Requests about a delivery that its agency was offered, oldest first.
SELECT d.DeliveryId, d.DocumentId, d.Attempt, d.Kind, d.Receiver, d.Agency, d.Priority, d.Phase, d.Taken, d.Cursor, d.Manifest, d.Seal, d.PackageSha256,
  d.PackageLength, d.Findings, d.Trace, d.Metadata, d.ReceivedAt, d.ClosedAt, d.Reason, d.Cause, d.DueAt, d.Tries, d.WaitsFor, d.DestroyedAt
FROM About a
JOIN Delivery d ON d.DeliveryId = a.CarrierId
WHERE a.DeliveryId = @DeliveryId AND d.Metadata IS NOT NULL
ORDER BY d.Cursor
