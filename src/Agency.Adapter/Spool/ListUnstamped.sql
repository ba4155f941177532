-- What still needs a time stamp, in the order of sending.
SELECT Cursor, SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, NeedsTimeStamp, NeedsUpload,
  HandedOverAt, Findings, Receipt, Sends, DueAt, WaitsFor
FROM Submission INDEXED BY SubmissionUnstamped
WHERE NeedsTimeStamp = 1 AND DueAt IS NOT NULL AND DueAt <= @Now
ORDER BY Priority DESC, Cursor
LIMIT @Limit
