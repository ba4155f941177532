UPDATE BookDifferenceEvent SET SeenBy = @runId
WHERE rowid IN (SELECT rowid FROM BookDifferenceEvent WHERE SeenBy IS NULL ORDER BY EffectiveAt LIMIT @limit);
