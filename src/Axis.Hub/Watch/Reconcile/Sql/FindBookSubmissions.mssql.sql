SELECT s.SubmissionId, s.PackageSha256, s.DocumentId, s.FirstAt, o.SenderAgencyId, o.CodeNumber, o.CodeNotation
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Submission AS s ON s.AdapterCode = @adapter AND s.SubmissionId = k.Id
INNER JOIN dbo.Document AS o ON o.DocumentId = s.DocumentId;
