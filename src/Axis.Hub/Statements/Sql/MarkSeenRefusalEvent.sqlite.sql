UPDATE RefusalEvent SET SeenBy = @runId
WHERE rowid IN (SELECT rowid FROM RefusalEvent WHERE SeenBy IS NULL AND EffectiveAt >= @since ORDER BY EffectiveAt, CaseId, Sequence LIMIT @limit);
