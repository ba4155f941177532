SELECT COALESCE(MAX(Number), 0) AS Number FROM Reconciliation WHERE AdapterCode = @adapter AND Day = @day;
