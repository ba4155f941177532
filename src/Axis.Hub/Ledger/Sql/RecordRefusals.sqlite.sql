INSERT INTO Refusal (
    AdapterCode, SubmissionId, Try, PackageSha256, SenderAgencyId, Receipt, FirstAt, Copies, ReceiptDue)
SELECT
    value ->> 'AdapterCode', value ->> 'SubmissionId', value ->> 'Try', value ->> 'PackageSha256', value ->> 'SenderAgencyId', unbase64(value ->>
    'Receipt'), value ->> 'FirstAt', value ->> 'Copies', value ->> 'ReceiptDue'
FROM json_each(@rows) WHERE true
ON CONFLICT (AdapterCode, SubmissionId, Try, PackageSha256) DO UPDATE SET Copies = Copies + excluded.Copies, ReceiptDue = 1;
