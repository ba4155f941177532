SELECT o.OutageId, g.Code AS AgencyCode, o.AdapterCode, o.FromAt, o.ToAt, o.Reason, o.AnnouncedBy, o.EndedAt, o.EndedBy
FROM Outage AS o
LEFT JOIN Agency AS g ON g.AgencyId = o.AgencyId
WHERE o.ToAt > @now AND (@all = 1 OR o.EndedAt IS NULL)
ORDER BY o.FromAt, o.OutageId;
