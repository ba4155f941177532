SELECT DifferenceId, AgencyId, Side, SubjectId, Code, Document
FROM BookDifference WHERE AgencyId IS NOT NULL AND (RestSince IS NULL OR RestSince >= @since)
ORDER BY DifferenceId;
