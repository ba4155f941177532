-- In the order of sending; the sorter must never see a manifest.
SELECT Cursor, SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, NeedsUpload,
  HandedOverAt, Checker, Findings, Receipt, Sends, DueAt, WaitsFor
FROM Submission INDEXED BY SubmissionOrder
WHERE NeedsUpload = @NeedsUpload AND DueAt IS NOT NULL AND DueAt <= @Now
ORDER BY Priority DESC, Cursor
LIMIT @Limit
