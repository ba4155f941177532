INSERT OR IGNORE INTO Rested (Sha256, RestedAt)
SELECT page.value, @Now
FROM json_each(@Page) page
WHERE NOT EXISTS (SELECT 1 FROM OpenContent o WHERE o.Sha256 = page.value)
