INSERT INTO StatementRun (RunId, Through, Owner, LeaseUntil, StartedAt, OpenSlot) VALUES (@runId, @through, @owner, @leaseUntil, @startedAt, 1);
