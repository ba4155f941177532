SELECT e.DifferenceId, e.Kind, e.Source, e.Reason, e.EffectiveAt
FROM json_each(@ids) AS k
INNER JOIN BookDifferenceEvent AS e ON e.DifferenceId = k.value
ORDER BY e.DifferenceId, e.Sequence;
