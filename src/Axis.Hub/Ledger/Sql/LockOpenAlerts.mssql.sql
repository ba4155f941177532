-- The inner list is sorted and joined by loop, so that two writers lock common rows in one order.
SELECT a.*
FROM (SELECT TOP (2147483647) i.AlertKey FROM OPENJSON(@keys) WITH (AlertKey nvarchar(200) '$') AS i ORDER BY i.AlertKey) AS k
INNER LOOP JOIN dbo.Alert AS a WITH (UPDLOCK, ROWLOCK) ON a.AlertKey = k.AlertKey AND a.ClosedAt IS NULL
UNION ALL
SELECT h.*
FROM OPENJSON(@keys) WITH (AlertKey nvarchar(200) '$') AS k
INNER JOIN dbo.Alert AS h ON h.AlertKey = k.AlertKey AND h.Hushed = 1;
