SELECT Sha256, AdapterCode, Der, Withdrawn FROM Certificate WHERE Sha256 = @sha256;
