SELECT Sha256, Length, Bytes FROM Content WHERE Sha256 = @Sha256
