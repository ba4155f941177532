INSERT INTO Reconciliation (AdapterCode, Day, Number, PostedAt, AsOf, SpoolId, Sha256, Answer)
VALUES (@adapterCode, @day, @number, @postedAt, @asOf, @spoolId, @sha256, @answer);
