SELECT
    (SELECT COUNT(*) FROM Mail WHERE GivenUpAt IS NOT NULL AND GivenUpAt >= @since) AS GivenUp,
    (SELECT COUNT(*) FROM Mail WHERE NextTryAt IS NOT NULL AND TryUntil < @lateBefore) AS Late;
