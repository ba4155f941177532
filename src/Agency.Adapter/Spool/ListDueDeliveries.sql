SELECT DeliveryId, DocumentId, Attempt, Kind, Receiver, Agency, Priority, Phase, Taken, Cursor, Manifest, Seal, PackageSha256,
  PackageLength, Findings, Trace, Metadata, ReceivedAt, ClosedAt, Reason, Cause, DueAt, Tries, WaitsFor, DestroyedAt
FROM Delivery INDEXED BY DeliveryOrder
WHERE Phase = @Phase AND DueAt IS NOT NULL AND DueAt <= @Now
ORDER BY Priority DESC, ReceivedAt, DeliveryId
LIMIT @Limit
