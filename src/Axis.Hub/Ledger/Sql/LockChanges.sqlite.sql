-- Everything that these deliveries carry, and everything that is about them.
SELECT t.*
FROM json_each(@ids) AS k
INNER JOIN ChangeRequest AS t ON t.CarrierId = k.value
UNION
SELECT t.*
FROM json_each(@ids) AS k
INNER JOIN ChangeRequest AS t ON t.TargetId = k.value;
