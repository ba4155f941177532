UPDATE a SET TellAt = NULL
FROM OPENJSON(@rows) WITH (AlertId uniqueidentifier, Version int) AS j
INNER JOIN dbo.Alert AS a WITH (UPDLOCK, ROWLOCK) ON a.AlertId = j.AlertId AND a.Version = j.Version;
