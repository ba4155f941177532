UPDATE a SET OpenItems = (SELECT COUNT(*) FROM dbo.AlertItem AS i WHERE i.AlertId = a.AlertId AND i.ClosedAt IS NULL)
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Alert AS a ON a.AlertId = k.Id AND a.ClosedAt IS NULL;

UPDATE a SET ClosedAt = @at, ClosedBy = N'hub', ClosedReason = @reason, LastSeenAt = @at, Version = a.Version + 1,
    TellAt = CASE WHEN a.Muted = 0 THEN @at ELSE NULL END
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Alert AS a ON a.AlertId = k.Id AND a.ClosedAt IS NULL AND a.OpenItems = 0;
