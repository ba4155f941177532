SELECT o.AlertId, o.AgencyId, MAX(o.Version) AS Version, MIN(o.At) AS FirstAt, MAX(o.At) AS LastAt
FROM AlertTold AS o
INNER JOIN Alert AS a ON a.AlertId = o.AlertId
WHERE o.Channel = 'email' AND a.Muted = 0 AND a.CaseNumber IS NOT NULL AND (a.ClosedAt IS NULL OR a.LastSeenAt >= @since)
GROUP BY o.AlertId, o.AgencyId;
