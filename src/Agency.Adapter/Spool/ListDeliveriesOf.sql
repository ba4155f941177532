SELECT DeliveryId, DocumentId, Attempt, Kind, Receiver, Agency, Priority, Phase, Taken, Cursor, Manifest, Seal, PackageSha256,
  PackageLength, Findings, Trace, Metadata, ReceivedAt, ClosedAt, Reason, Cause, DueAt, Tries, WaitsFor, DestroyedAt
FROM Delivery
WHERE DeliveryId IN (SELECT value FROM json_each(@Ids))
