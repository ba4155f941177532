UPDATE StatementRun SET CompletedAt = @completedAt, OpenSlot = NULL WHERE RunId = @runId AND OpenSlot = 1 AND Owner = @owner;
