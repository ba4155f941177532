SELECT b.DifferenceId FROM BookDifference AS b
INNER JOIN BookDifferenceEvent AS e ON e.DifferenceId = b.DifferenceId AND e.Sequence = b.EventSequence
WHERE b.AdapterCode = @adapter AND b.Side IN (0, 1) AND b.SubjectId = @subject AND b.ClosedBy = @actor AND e.Reason = @reason;
