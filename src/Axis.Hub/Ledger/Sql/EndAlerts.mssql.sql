UPDATE a SET ClosedAt = @at, ClosedBy = N'hub', ClosedReason = @reason, LastSeenAt = @at, Version = a.Version + 1,
    TellAt = CASE WHEN a.Muted = 0 THEN @at ELSE NULL END
FROM OPENJSON(@keys) WITH (AlertKey nvarchar(200) '$') AS k
INNER JOIN dbo.Alert AS a ON a.AlertKey = k.AlertKey AND a.ClosedAt IS NULL;

UPDATE a SET Hushed = 0
FROM OPENJSON(@keys) WITH (AlertKey nvarchar(200) '$') AS k
INNER JOIN dbo.Alert AS a ON a.AlertKey = k.AlertKey AND a.Hushed = 1;
