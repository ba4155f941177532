SELECT AgencyId, Day, Version, Sha256, PreviousSha256, Content, Closings, Mismatches, Changes, RunId, IssuedAt
FROM Statement WHERE RunId = @runId AND AgencyId = @agencyId ORDER BY Day, Version;
