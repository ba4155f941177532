SELECT e.CaseId, e.Kind, e.Copies, e.Source, e.Detail, e.EffectiveAt
FROM OPENJSON(@ids) WITH (CaseId uniqueidentifier '$') AS k
INNER JOIN dbo.RefusalEvent AS e ON e.CaseId = k.CaseId
ORDER BY e.CaseId, e.Sequence;
