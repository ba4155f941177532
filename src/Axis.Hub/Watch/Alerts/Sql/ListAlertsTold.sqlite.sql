SELECT g.Code AS AgencyCode, o.AdapterCode, o.Channel, o.Version, o.At
FROM AlertTold AS o
LEFT JOIN Agency AS g ON g.AgencyId = o.AgencyId
WHERE o.AlertId = @alertId
ORDER BY o.At DESC;
