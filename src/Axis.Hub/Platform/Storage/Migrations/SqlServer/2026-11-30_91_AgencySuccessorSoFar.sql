-- What was merged before this was kept: the newest that is known of an agency says so.
UPDATE e
SET
    SuccessorId = (
        SELECT MIN(s.AgencyId)
        FROM dbo.AgencyAlias AS a
        INNER JOIN dbo.AgencyAlias AS s ON s.Alias = a.SuccessorCode AND s.AgencyId <> a.AgencyId
        WHERE a.AgencyId = e.AgencyId AND a.Alias = e.Code AND (s.ValidTo IS NULL OR a.SuccessorFrom IS NULL OR a.SuccessorFrom < s.ValidTo)
            AND (s.ValidFrom IS NULL OR a.SuccessorFrom IS NULL OR s.ValidFrom <= a.SuccessorFrom)),
    SuccessorFrom = (SELECT a.SuccessorFrom FROM dbo.AgencyAlias AS a WHERE a.AgencyId = e.AgencyId AND a.Alias = e.Code)
FROM dbo.AgencyEvent AS e
WHERE e.RecordedAt = (SELECT MAX(newest.RecordedAt) FROM dbo.AgencyEvent AS newest WHERE newest.AgencyId = e.AgencyId)
    AND EXISTS (SELECT 1 FROM dbo.AgencyAlias AS a WHERE a.AgencyId = e.AgencyId AND a.Alias = e.Code AND a.SuccessorCode IS NOT NULL);
