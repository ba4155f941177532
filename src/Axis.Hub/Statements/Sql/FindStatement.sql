SELECT s.AgencyId, s.Day, s.Version, s.Sha256, s.PreviousSha256, s.Content, s.Closings, s.Mismatches, s.Changes, s.RunId, s.IssuedAt
FROM Statement AS s
WHERE s.Day = @day AND s.AgencyId = @agencyId AND (s.Version = @version OR (@version IS NULL AND NOT EXISTS (
    SELECT 1 FROM Statement AS n WHERE n.Day = s.Day AND n.AgencyId = s.AgencyId AND n.Version > s.Version)));
