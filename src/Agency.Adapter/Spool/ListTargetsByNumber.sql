-- What a status of this agency may speak of: taken, and not answered with FAIL (protocol.md 3); newest first.
SELECT DeliveryId, DocumentId, Attempt, Kind, Receiver, Agency, Priority, Phase, Taken, Cursor, Manifest, Seal, PackageSha256,
  PackageLength, Findings, Trace, Metadata, ReceivedAt, ClosedAt, Reason, Cause, DueAt, Tries, WaitsFor, DestroyedAt
FROM Delivery INDEXED BY DeliveryDocument
WHERE Agency = @Agency AND Kind = 'edoc' AND Taken = 1 AND Phase IN ('Available', 'Placing', 'Done')
  AND DocumentNumber = @DocumentNumber
ORDER BY Cursor DESC
