-- A refusal pins nothing: the agency's own repeat stands under the next try, with the bytes it brought now.
UPDATE Submission
SET Kind = @Kind, Priority = @Priority, PackageSha256 = @PackageSha256, PackageLength = @PackageLength, Try = @Try,
    State = 'Waiting', Manifest = @Manifest, Seal = @Seal, NeedsTimeStamp = @NeedsTimeStamp, NeedsUpload = @NeedsUpload, Findings = @Findings,
    Receipt = NULL, Sends = 0, DueAt = @HandedOverAt, WaitsFor = NULL
WHERE SubmissionId = @SubmissionId
