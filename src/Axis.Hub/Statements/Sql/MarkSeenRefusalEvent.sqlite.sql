UPDATE RefusalEvent SET SeenBy = @runId
WHERE rowid IN (SELECT rowid FROM RefusalEvent WHERE SeenBy IS NULL ORDER BY EffectiveAt LIMIT @limit);
