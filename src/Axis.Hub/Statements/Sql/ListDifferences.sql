SELECT DifferenceId, AgencyId, Side, SubjectId, Code, Document FROM BookDifference WHERE AgencyId IS NOT NULL AND RestSince IS NULL
UNION ALL
SELECT DifferenceId, AgencyId, Side, SubjectId, Code, Document FROM BookDifference WHERE AgencyId IS NOT NULL AND RestSince >= @since;
