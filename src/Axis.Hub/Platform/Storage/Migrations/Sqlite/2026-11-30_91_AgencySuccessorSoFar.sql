-- What was merged before this was kept: the newest that is known of an agency says so.
UPDATE AgencyEvent
SET
    SuccessorId = (
        SELECT MIN(s.AgencyId)
        FROM AgencyAlias AS a
        INNER JOIN AgencyAlias AS s ON s.Alias = a.SuccessorCode AND s.AgencyId <> a.AgencyId
        WHERE a.AgencyId = AgencyEvent.AgencyId AND a.Alias = AgencyEvent.Code AND (s.ValidTo IS NULL OR a.SuccessorFrom IS NULL OR a.SuccessorFrom < s.ValidTo)
            AND (s.ValidFrom IS NULL OR a.SuccessorFrom IS NULL OR s.ValidFrom <= a.SuccessorFrom)),
    SuccessorFrom = (SELECT a.SuccessorFrom FROM AgencyAlias AS a WHERE a.AgencyId = AgencyEvent.AgencyId AND a.Alias = AgencyEvent.Code)
WHERE RecordedAt = (SELECT MAX(newest.RecordedAt) FROM AgencyEvent AS newest WHERE newest.AgencyId = AgencyEvent.AgencyId)
    AND EXISTS (SELECT 1 FROM AgencyAlias AS a WHERE a.AgencyId = AgencyEvent.AgencyId AND a.Alias = AgencyEvent.Code AND a.SuccessorCode IS NOT NULL);
