-- Documents of other families under the same id, the newest three. A recall goes under the id of what it recalls and has no family.
SELECT SenderAgencyId, DocumentIdText, FamilyKey, CodeNumber, CodeNotation, AcceptedAt
FROM (
    SELECT
        o.SenderAgencyId, o.DocumentIdText, o.FamilyKey, o.CodeNumber, o.CodeNotation, o.AcceptedAt,
        ROW_NUMBER() OVER (PARTITION BY k.key ORDER BY o.AcceptedAt DESC) AS Place
    FROM json_each(@keys) AS k
    INNER JOIN Document AS o ON o.SenderAgencyId = k.value ->> 'SenderAgencyId' AND o.DocumentIdText = k.value ->> 'DocumentIdText'
        AND o.Kind = 'edoc' AND o.FamilyKey <> k.value ->> 'FamilyKey')
WHERE Place <= 3;
