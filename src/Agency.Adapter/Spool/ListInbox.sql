SELECT DeliveryId, DocumentId, Attempt, Kind, Receiver, Agency, Priority, Phase, Taken, Cursor, Manifest, Seal, PackageSha256,
  PackageLength, Findings, Trace, Metadata, ReceivedAt, ClosedAt, Reason, Cause, DueAt, Tries, WaitsFor, DestroyedAt
FROM Delivery
WHERE Agency = @Agency AND Phase = 'Available' AND Cursor > @After AND (@Kind IS NULL OR Kind = @Kind)
ORDER BY Cursor
LIMIT @Limit
