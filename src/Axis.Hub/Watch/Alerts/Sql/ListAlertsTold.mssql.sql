SELECT g.Code AS AgencyCode, o.AdapterCode, o.Channel, o.Version, o.At
FROM dbo.AlertTold AS o
LEFT JOIN dbo.Agency AS g ON g.AgencyId = o.AgencyId
WHERE o.AlertId = @alertId
ORDER BY o.At DESC;
