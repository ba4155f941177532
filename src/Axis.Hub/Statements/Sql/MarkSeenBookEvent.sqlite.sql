UPDATE BookDifferenceEvent SET SeenBy = @runId
WHERE rowid IN (SELECT rowid FROM BookDifferenceEvent WHERE SeenBy IS NULL AND EffectiveAt >= @since ORDER BY EffectiveAt, DifferenceId, Sequence LIMIT @limit);
