UPDATE s SET Repeats = s.Repeats + k.Copies, ReceiptDue = 1
FROM OPENJSON(@keys) WITH (AdapterCode nvarchar(64), SubmissionId uniqueidentifier, Copies int) AS k
INNER JOIN dbo.Submission AS s ON s.AdapterCode = k.AdapterCode AND s.SubmissionId = k.SubmissionId;
