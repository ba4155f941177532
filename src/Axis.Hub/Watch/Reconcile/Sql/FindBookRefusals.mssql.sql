SELECT DISTINCT r.SubmissionId, r.FirstAt
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Refusal AS r ON r.AdapterCode = @adapter AND r.SubmissionId = k.Id;
