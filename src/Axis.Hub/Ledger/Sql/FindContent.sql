SELECT Bytes FROM Content WHERE Sha256 = @sha256;
