SELECT Day, MAX(Version) AS Version, MAX(IssuedAt) AS IssuedAt
FROM Statement
WHERE AgencyId = @agencyId AND Day >= @from
GROUP BY Day
ORDER BY Day DESC;
