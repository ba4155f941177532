-- Judged again: a mark may be older than what names the content now.
DELETE FROM Content
WHERE Sha256 IN (SELECT value FROM json_each(@Page)) AND NOT EXISTS (SELECT 1 FROM OpenContent o WHERE o.Sha256 = Content.Sha256)
RETURNING Sha256, Length, Bytes IS NULL AS InFile
