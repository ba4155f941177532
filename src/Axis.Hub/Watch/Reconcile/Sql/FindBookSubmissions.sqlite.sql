SELECT s.SubmissionId, s.PackageSha256, s.DocumentId, s.FirstAt, o.SenderAgencyId, o.CodeNumber, o.CodeNotation
FROM json_each(@ids) AS k
INNER JOIN Submission AS s ON s.AdapterCode = @adapter AND s.SubmissionId = k.value
INNER JOIN Document AS o ON o.DocumentId = s.DocumentId;
