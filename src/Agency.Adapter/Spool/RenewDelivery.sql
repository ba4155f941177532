-- A copy that had failed or was given back is taken in anew; everything of the old one but its id is forgotten.
UPDATE Delivery
SET DocumentId = @DocumentId, Attempt = @Attempt, Kind = @Kind, Receiver = @Receiver, Agency = NULL, Priority = @Priority,
    Phase = @Phase, Taken = 0, Cursor = NULL, Manifest = @Manifest, Seal = @Seal, PackageSha256 = @PackageSha256,
    PackageLength = @PackageLength, Findings = @Findings, Trace = @Trace, Metadata = NULL, ReceivedAt = @ReceivedAt,
    ClosedAt = @ClosedAt, Reason = @Reason, Cause = @Cause, DueAt = @DueAt, Tries = 0, WaitsFor = NULL
WHERE DeliveryId = @DeliveryId
