SELECT t.*
FROM OPENJSON(@keys) WITH (AdapterCode nvarchar(64), SubmissionId uniqueidentifier) AS k
INNER JOIN dbo.Submission AS t ON t.AdapterCode = k.AdapterCode AND t.SubmissionId = k.SubmissionId;
