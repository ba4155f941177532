SELECT Sha256 FROM Rested WHERE RestedAt <= @Before ORDER BY RestedAt LIMIT @Limit
