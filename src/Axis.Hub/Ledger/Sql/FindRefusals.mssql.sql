SELECT t.*
FROM OPENJSON(@keys) WITH (AdapterCode nvarchar(64), SubmissionId uniqueidentifier, Try int, PackageSha256 nvarchar(64)) AS k
INNER JOIN dbo.Refusal AS t ON t.AdapterCode = k.AdapterCode AND t.SubmissionId = k.SubmissionId AND t.Try = k.Try AND t.PackageSha256 = k.PackageSha256;
