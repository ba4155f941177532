DELETE FROM Reconciliation WHERE PostedAt < @before AND Day < @day;
