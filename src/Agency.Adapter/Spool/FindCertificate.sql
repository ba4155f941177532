SELECT Sha256, Der, WithdrawnAt, FetchedAt FROM Certificate WHERE Sha256 = @Sha256
