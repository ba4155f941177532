SELECT AdapterCode, SubmissionId, Try, PackageSha256, SenderAgencyId, Receipt, FirstAt, Copies, ReceiptDue
FROM Refusal WHERE AdapterCode = @adapter AND SubmissionId = @submissionId
ORDER BY Try DESC, PackageSha256;
