SELECT o.AlertId, o.AdapterCode, MAX(o.Version) AS Version
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.AlertTold AS o ON o.AlertId = k.Id AND o.Channel = N'axis'
GROUP BY o.AlertId, o.AdapterCode;
