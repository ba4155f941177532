UPDATE BookDifferenceEvent SET SeenBy = @runId
WHERE (DifferenceId, Sequence) IN (SELECT DifferenceId, Sequence FROM BookDifferenceEvent WHERE SeenBy IS NULL ORDER BY EffectiveAt LIMIT @limit);
