INSERT INTO Submission (
  SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, Uploaded,
  HandedOverAt, Checker, Findings, Sends, DueAt)
VALUES (
  @SubmissionId, @Agency, @Kind, @Priority, @PackageSha256, @PackageLength, @Try, 'Waiting', @Manifest, @Seal, 0,
  @HandedOverAt, @Checker, @Findings, 0, @HandedOverAt)
