SELECT Cursor, SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, Uploaded,
  HandedOverAt, Checker, Findings, Receipt, Sends, DueAt, WaitsFor
FROM Submission
WHERE DueAt <= @Now
ORDER BY Priority DESC, Cursor
LIMIT @Limit
