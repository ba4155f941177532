-- Unless another delivery that may still be read, or a package of an agency here, is these very bytes.
DELETE FROM Content
WHERE Sha256 = @Sha256
  AND NOT EXISTS (
    SELECT 1 FROM Delivery d WHERE d.PackageSha256 = Content.Sha256 AND d.DestroyedAt IS NULL AND d.Phase <> 'Cancelled')
  AND NOT EXISTS (SELECT 1 FROM Submission s WHERE s.PackageSha256 = Content.Sha256 AND s.State NOT IN ('Refused', 'Conflict'))
RETURNING Sha256
