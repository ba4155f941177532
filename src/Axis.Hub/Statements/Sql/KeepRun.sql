UPDATE StatementRun SET LeaseUntil = @leaseUntil, Earliest = COALESCE(@earliest, Earliest) WHERE RunId = @runId AND OpenSlot = 1 AND Owner = @owner;
