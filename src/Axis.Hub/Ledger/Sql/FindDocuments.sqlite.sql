SELECT t.*
FROM json_each(@ids) AS k
INNER JOIN Document AS t ON t.DocumentId = k.value;
