-- Documents of other families under the same id, the newest three. A recall goes under the id of what it recalls and has no family.
SELECT k.SenderAgencyId, k.DocumentIdText, e.FamilyKey, e.CodeNumber, e.CodeNotation, e.AcceptedAt
FROM OPENJSON(@keys) WITH (SenderAgencyId uniqueidentifier, DocumentIdText nvarchar(400), FamilyKey nvarchar(64)) AS k
CROSS APPLY (
    SELECT TOP (3) o.FamilyKey, o.CodeNumber, o.CodeNotation, o.AcceptedAt FROM dbo.Document AS o
    WHERE o.SenderAgencyId = k.SenderAgencyId AND o.DocumentIdText = k.DocumentIdText AND o.DocumentIdText IS NOT NULL
        AND o.Kind = N'edoc' AND o.FamilyKey <> k.FamilyKey
    ORDER BY o.AcceptedAt DESC) AS e;
