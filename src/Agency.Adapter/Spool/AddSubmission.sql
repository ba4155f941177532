INSERT INTO Submission (
  SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, NeedsTimeStamp, NeedsUpload,
  HandedOverAt, Checker, Findings, Sends, DueAt)
VALUES (
  @SubmissionId, @Agency, @Kind, @Priority, @PackageSha256, @PackageLength, @Try, 'Waiting', @Manifest, @Seal, @NeedsTimeStamp, @NeedsUpload,
  @HandedOverAt, @Checker, @Findings, 0, @HandedOverAt)
