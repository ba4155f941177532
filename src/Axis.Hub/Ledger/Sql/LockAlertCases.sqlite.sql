SELECT a.*
FROM json_each(@keys) AS k
INNER JOIN Alert AS a ON a.CaseNumber = k.value;
