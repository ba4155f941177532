INSERT OR IGNORE INTO Content (Sha256, Length, Bytes) VALUES (@Sha256, @Length, @Bytes)
