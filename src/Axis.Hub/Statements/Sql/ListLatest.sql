SELECT s.AgencyId, s.Day, s.Version, s.Sha256, s.Closings
FROM Statement AS s
WHERE s.Day = @day AND NOT EXISTS (SELECT 1 FROM Statement AS n WHERE n.Day = s.Day AND n.AgencyId = s.AgencyId AND n.Version > s.Version);
