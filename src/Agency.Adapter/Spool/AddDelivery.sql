INSERT INTO Delivery (
  DeliveryId, DocumentId, Attempt, Kind, Receiver, Priority, Phase, Taken, Manifest, Seal, PackageSha256, PackageLength,
  Findings, Trace, ReceivedAt, ClosedAt, Reason, Cause, DueAt, Tries)
VALUES (
  @DeliveryId, @DocumentId, @Attempt, @Kind, @Receiver, @Priority, @Phase, 0, @Manifest, @Seal, @PackageSha256, @PackageLength,
  @Findings, @Trace, @ReceivedAt, @ClosedAt, @Reason, @Cause, @DueAt, 0)
