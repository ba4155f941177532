WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO Document (
    DocumentId, AdapterCode, SubmissionId, Kind, SenderAgencyId, SenderCode, PackageSha256, PackageLength, Manifest, Seal, CertificateSha256,
    FamilyKey, DocumentIdText, CodeNumber, CodeNotation, PromulgationDate, TypeName, Subject, Priority, SteeringType, BusinessType, DueDate,
    StatusCode, Findings, SealedAt, StampedAt, CheckedBy, CheckedPosition, CheckedAt, AcceptedAt)
SELECT
    value ->> 'DocumentId', value ->> 'AdapterCode', value ->> 'SubmissionId', value ->> 'Kind', value ->> 'SenderAgencyId', value ->> 'SenderCode',
    value ->> 'PackageSha256', value ->> 'PackageLength', unbase64(value ->> 'Manifest'), unbase64(value ->> 'Seal'), value ->> 'CertificateSha256',
    value ->> 'FamilyKey', value ->> 'DocumentIdText', value ->> 'CodeNumber', value ->> 'CodeNotation', value ->> 'PromulgationDate', value ->>
    'TypeName', value ->> 'Subject', value ->> 'Priority', value ->> 'SteeringType', value ->> 'BusinessType', value ->> 'DueDate', value ->>
    'StatusCode', value ->> 'Findings', value ->> 'SealedAt', value ->> 'StampedAt', value ->> 'CheckedBy',
    value ->> 'CheckedPosition', value ->> 'CheckedAt', value ->> 'AcceptedAt'
FROM j;
