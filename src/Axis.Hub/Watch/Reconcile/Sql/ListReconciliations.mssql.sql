SELECT TOP (@limit) AdapterCode, Day, Number, PostedAt, AsOf, SpoolId, Sha256, Answer FROM dbo.Reconciliation
WHERE (@adapter IS NULL OR AdapterCode = @adapter) AND Day >= @first AND Day <= @last
ORDER BY PostedAt DESC;
