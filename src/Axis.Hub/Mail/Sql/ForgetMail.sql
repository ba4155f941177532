DELETE FROM Mail WHERE CreatedAt < @before AND NextTryAt IS NULL;
