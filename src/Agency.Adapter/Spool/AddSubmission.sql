INSERT INTO Submission (
  SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, NeedsTimeStamp, NeedsUpload,
  HandedOverAt, Findings, Sends, DueAt)
VALUES (
  @SubmissionId, @Agency, @Kind, @Priority, @PackageSha256, @PackageLength, @Try, 'Waiting', @Manifest, @Seal, @NeedsTimeStamp, @NeedsUpload,
  @HandedOverAt, @Findings, 0, @HandedOverAt)
