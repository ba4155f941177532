UPDATE Submission SET Repeats = Repeats + (k.value ->> 'Copies'), ReceiptDue = 1
FROM json_each(@keys) AS k
WHERE Submission.AdapterCode = k.value ->> 'AdapterCode' AND Submission.SubmissionId = k.value ->> 'SubmissionId';
