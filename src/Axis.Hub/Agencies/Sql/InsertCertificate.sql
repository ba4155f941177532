INSERT INTO Certificate (Sha256, AdapterCode, AgencyId, Der, Subject, NotBefore, NotAfter, Withdrawn)
SELECT @sha256, @adapterCode, NULL, @der, @subject, @notBefore, @notAfter, NULL
WHERE NOT EXISTS (SELECT 1 FROM Certificate WHERE Sha256 = @sha256);
