UPDATE Submission SET ReceiptDue = 0
FROM json_each(@rows) AS k
WHERE Submission.AdapterCode = k.value ->> 'AdapterCode' AND Submission.SubmissionId = k.value ->> 'SubmissionId' AND k.value ->> 'Accepted' = 1;

UPDATE Refusal SET ReceiptDue = 0
FROM json_each(@rows) AS k
WHERE Refusal.AdapterCode = k.value ->> 'AdapterCode' AND Refusal.SubmissionId = k.value ->> 'SubmissionId'
    AND Refusal.Try = k.value ->> 'Try' AND Refusal.PackageSha256 = k.value ->> 'PackageSha256' AND k.value ->> 'Accepted' = 0;
