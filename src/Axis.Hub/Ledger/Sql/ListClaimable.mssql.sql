-- One seek per adapter, however long the backlog is; ROW_NUMBER stands in for TOP, which a recursive part may not use.
WITH Waiting AS (
    SELECT MIN(d.AdapterCode) AS Code FROM dbo.Delivery AS d WHERE d.Phase = 0
    UNION ALL
    SELECT s.Code
    FROM (
        SELECT d.AdapterCode AS Code, ROW_NUMBER() OVER (ORDER BY d.AdapterCode) AS Place
        FROM Waiting AS p
        INNER JOIN dbo.Delivery AS d ON d.AdapterCode > p.Code AND d.Phase = 0) AS s
    WHERE s.Place = 1),
Claimed AS (
    SELECT MIN(d.AdapterCode) AS Code FROM dbo.Delivery AS d WHERE d.Phase = 1
    UNION ALL
    SELECT s.Code
    FROM (
        SELECT d.AdapterCode AS Code, ROW_NUMBER() OVER (ORDER BY d.AdapterCode) AS Place
        FROM Claimed AS p
        INNER JOIN dbo.Delivery AS d ON d.AdapterCode > p.Code AND d.Phase = 1) AS s
    WHERE s.Place = 1)
SELECT w.Code FROM Waiting AS w WHERE w.Code IS NOT NULL
UNION
SELECT c.Code FROM Claimed AS c WHERE c.Code IS NOT NULL
OPTION (MAXRECURSION 0);
