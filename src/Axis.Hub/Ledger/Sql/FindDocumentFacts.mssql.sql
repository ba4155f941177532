SELECT t.DocumentId, t.SubmissionId, t.PackageSha256, t.DueDate, t.TypeName, t.BusinessType
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Document AS t ON t.DocumentId = k.Id;
