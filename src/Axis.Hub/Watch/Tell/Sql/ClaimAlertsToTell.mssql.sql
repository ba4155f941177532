WITH Due AS (
    SELECT TOP (@limit) a.AlertId
    FROM dbo.Alert AS a WITH (READPAST, UPDLOCK, ROWLOCK)
    WHERE a.TellAt <= @now
    ORDER BY a.TellAt, a.AlertId)
UPDATE t SET TellAt = @until
OUTPUT inserted.AlertId
FROM dbo.Alert AS t
INNER JOIN Due AS d ON d.AlertId = t.AlertId;
