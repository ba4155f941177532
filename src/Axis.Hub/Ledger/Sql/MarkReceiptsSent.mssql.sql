UPDATE s SET ReceiptDue = 0
FROM OPENJSON(@rows) WITH (AdapterCode nvarchar(64), SubmissionId uniqueidentifier, Accepted bit) AS k
INNER JOIN dbo.Submission AS s WITH (UPDLOCK, ROWLOCK) ON s.AdapterCode = k.AdapterCode AND s.SubmissionId = k.SubmissionId
WHERE k.Accepted = 1;

UPDATE r SET ReceiptDue = 0
FROM OPENJSON(@rows) WITH (AdapterCode nvarchar(64), SubmissionId uniqueidentifier, Try int, PackageSha256 nvarchar(64), Accepted bit) AS k
INNER JOIN dbo.Refusal AS r WITH (UPDLOCK, ROWLOCK) ON r.AdapterCode = k.AdapterCode AND r.SubmissionId = k.SubmissionId
    AND r.Try = k.Try AND r.PackageSha256 = k.PackageSha256
WHERE k.Accepted = 0;
