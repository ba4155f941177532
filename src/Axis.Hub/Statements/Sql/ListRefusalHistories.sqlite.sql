SELECT e.CaseId, e.Kind, e.Copies, e.Source, e.Detail, e.EffectiveAt
FROM json_each(@ids) AS k
INNER JOIN RefusalEvent AS e ON e.CaseId = k.value
ORDER BY e.CaseId, e.Sequence;
