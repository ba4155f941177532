SELECT TOP (@limit) o.AdapterCode, o.SubmissionId, o.Try, o.PackageSha256, o.Accepted, o.Receipt, o.FirstAt
FROM (
    SELECT s.AdapterCode, s.SubmissionId, s.Try, s.PackageSha256, CAST(1 AS bit) AS Accepted, s.Receipt, s.FirstAt
    FROM dbo.Submission AS s WHERE s.ReceiptDue = 1
    UNION ALL
    SELECT r.AdapterCode, r.SubmissionId, r.Try, r.PackageSha256, CAST(0 AS bit) AS Accepted, r.Receipt, r.FirstAt
    FROM dbo.Refusal AS r WHERE r.ReceiptDue = 1) AS o
ORDER BY o.FirstAt;
