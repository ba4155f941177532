SELECT MAX(AsOf) AS AsOf FROM Reconciliation WHERE AdapterCode = @adapter;
