INSERT INTO dbo.Submission (
    AdapterCode, SubmissionId, Try, PackageSha256, DocumentId, Receipt, FirstAt, Repeats, ReceiptDue)
SELECT
    j.AdapterCode, j.SubmissionId, j.Try, j.PackageSha256, j.DocumentId, j.Receipt, j.FirstAt, j.Repeats, j.ReceiptDue
FROM OPENJSON(@rows) WITH (
    AdapterCode nvarchar(64),
    SubmissionId uniqueidentifier,
    Try int,
    PackageSha256 nvarchar(64),
    DocumentId uniqueidentifier,
    Receipt varbinary(max),
    FirstAt datetimeoffset(3),
    Repeats int,
    ReceiptDue bit) AS j;
