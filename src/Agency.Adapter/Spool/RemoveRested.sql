DELETE FROM Rested WHERE Sha256 IN (SELECT value FROM json_each(@Page))
