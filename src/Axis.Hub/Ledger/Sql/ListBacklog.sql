SELECT
    AdapterCode,
    SUM(CASE WHEN Phase = 0 THEN 1 ELSE 0 END) AS Waiting,
    SUM(CASE WHEN Phase IN (1, 2) THEN 1 ELSE 0 END) AS InFlight,
    SUM(CASE WHEN Phase = 3 THEN 1 ELSE 0 END) AS Held,
    MIN(CASE WHEN Phase = 0 THEN AcceptedAt END) AS OldestWaiting
FROM (
    SELECT AdapterCode, 0 AS Phase, AcceptedAt FROM Delivery WHERE Phase = 0
    UNION ALL SELECT AdapterCode, 1, NULL FROM Delivery WHERE Phase = 1
    UNION ALL SELECT AdapterCode, 2, NULL FROM Delivery WHERE Phase = 2
    UNION ALL SELECT AdapterCode, 3, NULL FROM Delivery WHERE Phase = 3) AS Active
GROUP BY AdapterCode
ORDER BY AdapterCode;
