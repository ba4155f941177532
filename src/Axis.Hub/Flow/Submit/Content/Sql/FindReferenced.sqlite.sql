SELECT DISTINCT t.PackageSha256
FROM json_each(@ids) AS k
INNER JOIN Document AS t ON t.PackageSha256 = k.value;
