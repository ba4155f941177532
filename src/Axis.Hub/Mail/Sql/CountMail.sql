SELECT COUNT(*) AS Waiting, MIN(TryUntil) AS FirstEnd FROM Mail WHERE NextTryAt IS NOT NULL;
