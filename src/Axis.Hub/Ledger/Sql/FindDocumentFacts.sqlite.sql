SELECT t.DocumentId, t.SubmissionId, t.PackageSha256, t.DueDate, t.TypeName, t.BusinessType
FROM json_each(@ids) AS k
INNER JOIN Document AS t ON t.DocumentId = k.value;
