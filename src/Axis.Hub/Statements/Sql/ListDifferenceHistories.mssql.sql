SELECT e.DifferenceId, e.Kind, e.Source, e.Reason, e.EffectiveAt
FROM OPENJSON(@ids) WITH (DifferenceId uniqueidentifier '$') AS k
INNER JOIN dbo.BookDifferenceEvent AS e ON e.DifferenceId = k.DifferenceId
ORDER BY e.DifferenceId, e.Sequence;
