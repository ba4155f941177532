SELECT o.AlertId, o.AdapterCode, MAX(o.Version) AS Version
FROM json_each(@ids) AS k
INNER JOIN AlertTold AS o ON o.AlertId = k.value AND o.Channel = 'axis'
GROUP BY o.AlertId, o.AdapterCode;
