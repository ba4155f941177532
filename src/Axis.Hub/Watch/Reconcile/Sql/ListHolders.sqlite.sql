SELECT DISTINCT AdapterCode FROM BookDifference
WHERE SubjectId = @subject AND AgencyId IN (SELECT value FROM json_each(@ids))
ORDER BY AdapterCode;
