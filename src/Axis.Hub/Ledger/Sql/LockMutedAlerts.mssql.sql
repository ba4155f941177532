SELECT a.*
FROM dbo.Alert AS a WITH (UPDLOCK, ROWLOCK)
WHERE a.Muted = 1 AND a.ClosedAt IS NULL
ORDER BY a.AlertKey;
