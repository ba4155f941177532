SELECT RunId, Through, Earliest, Owner, LeaseUntil, StartedAt, CompletedAt FROM StatementRun WHERE OpenSlot = 1;
