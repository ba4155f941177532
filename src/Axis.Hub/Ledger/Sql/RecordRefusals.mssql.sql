UPDATE e SET Copies = e.Copies + j.Copies, ReceiptDue = 1
FROM OPENJSON(@rows) WITH (AdapterCode nvarchar(64), SubmissionId uniqueidentifier, Try int, PackageSha256 nvarchar(64), Copies int) AS j
INNER JOIN dbo.Refusal AS e WITH (UPDLOCK, ROWLOCK) ON e.AdapterCode = j.AdapterCode AND e.SubmissionId = j.SubmissionId AND e.Try = j.Try AND e.PackageSha256 = j.PackageSha256;

INSERT INTO dbo.Refusal (
    AdapterCode, SubmissionId, Try, PackageSha256, SenderAgencyId, Receipt, FirstAt, Copies, ReceiptDue)
SELECT
    j.AdapterCode, j.SubmissionId, j.Try, j.PackageSha256, j.SenderAgencyId, j.Receipt, j.FirstAt, j.Copies, j.ReceiptDue
FROM OPENJSON(@rows) WITH (
    AdapterCode nvarchar(64),
    SubmissionId uniqueidentifier,
    Try int,
    PackageSha256 nvarchar(64),
    SenderAgencyId uniqueidentifier,
    Receipt varbinary(max),
    FirstAt datetimeoffset(3),
    Copies int,
    ReceiptDue bit) AS j
WHERE NOT EXISTS (SELECT 1 FROM dbo.Refusal AS e WHERE e.AdapterCode = j.AdapterCode AND e.SubmissionId = j.SubmissionId AND e.Try = j.Try AND e.PackageSha256 = j.PackageSha256);
