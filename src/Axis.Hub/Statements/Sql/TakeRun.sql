UPDATE StatementRun SET Owner = @owner, LeaseUntil = @leaseUntil, Through = @through
WHERE RunId = @runId AND OpenSlot = 1 AND (Owner = @owner OR LeaseUntil < @now);
