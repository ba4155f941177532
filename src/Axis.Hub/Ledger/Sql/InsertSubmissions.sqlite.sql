WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO Submission (
    AdapterCode, SubmissionId, Try, PackageSha256, DocumentId, Receipt, FirstAt, Repeats, ReceiptDue)
SELECT
    value ->> 'AdapterCode', value ->> 'SubmissionId', value ->> 'Try', value ->> 'PackageSha256', value ->> 'DocumentId', unbase64(value ->>
    'Receipt'), value ->> 'FirstAt', value ->> 'Repeats', value ->> 'ReceiptDue'
FROM j;
