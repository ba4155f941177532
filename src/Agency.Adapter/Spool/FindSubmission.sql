SELECT Cursor, SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, NeedsTimeStamp, NeedsUpload,
  HandedOverAt, Findings, Receipt, Sends, DueAt, WaitsFor
FROM Submission
WHERE SubmissionId = @SubmissionId
