SELECT Cursor, SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, NeedsUpload,
  HandedOverAt, Checker, Findings, Receipt, Sends, DueAt, WaitsFor
FROM Submission
WHERE DueAt <= @Now AND NeedsUpload = @NeedsUpload
ORDER BY Priority DESC, Cursor
LIMIT @Limit
