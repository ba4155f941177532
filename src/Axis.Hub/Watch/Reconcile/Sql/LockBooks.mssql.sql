SELECT MAX(AsOf) AS AsOf FROM dbo.Reconciliation WITH (UPDLOCK, HOLDLOCK) WHERE AdapterCode = @adapter;
