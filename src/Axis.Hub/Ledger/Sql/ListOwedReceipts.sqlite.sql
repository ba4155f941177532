SELECT * FROM (
    SELECT * FROM (SELECT AdapterCode, SubmissionId, Try, PackageSha256, 1 AS Accepted, Receipt, FirstAt FROM Submission WHERE ReceiptDue = 1 ORDER BY FirstAt LIMIT @limit)
    UNION ALL
    SELECT * FROM (SELECT AdapterCode, SubmissionId, Try, PackageSha256, 0 AS Accepted, Receipt, FirstAt FROM Refusal WHERE ReceiptDue = 1 ORDER BY FirstAt LIMIT @limit))
ORDER BY FirstAt
LIMIT @limit;
