SELECT DISTINCT AdapterCode FROM dbo.BookDifference
WHERE SubjectId = @subject AND AgencyId IN (SELECT Id FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$'))
ORDER BY AdapterCode;
