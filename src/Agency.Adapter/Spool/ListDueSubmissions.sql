-- In the order of sending; the sorter must never see a manifest.
SELECT Cursor, SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, NeedsTimeStamp, NeedsUpload,
  HandedOverAt, Findings, Receipt, Sends, DueAt, WaitsFor
FROM Submission INDEXED BY SubmissionOrder
WHERE NeedsTimeStamp = 0 AND NeedsUpload = @NeedsUpload AND DueAt IS NOT NULL AND DueAt <= @Now
ORDER BY Priority DESC, Cursor
LIMIT @Limit
