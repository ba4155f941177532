SELECT AdapterCode, Day, Number, PostedAt, AsOf, SpoolId, Sha256, Answer FROM Reconciliation WHERE AdapterCode = @adapter AND Day = @day AND Sha256 = @sha256;
