SELECT a.*
FROM json_each(@keys) AS k
INNER JOIN Alert AS a ON a.AlertKey = k.value AND a.ClosedAt IS NULL
UNION ALL
SELECT h.*
FROM json_each(@keys) AS k
INNER JOIN Alert AS h ON h.AlertKey = k.value AND h.Hushed = 1;
