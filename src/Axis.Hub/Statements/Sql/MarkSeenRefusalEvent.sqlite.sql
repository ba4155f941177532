UPDATE RefusalEvent SET SeenBy = @runId
WHERE rowid IN (
    SELECT e.rowid FROM RefusalEvent AS e
    WHERE e.SeenBy IS NULL AND e.EffectiveAt >= @since AND (e.EffectiveAt >= @before
        OR EXISTS (SELECT 1 FROM StatementLateEvent AS l WHERE l.RunId = @runId AND l.EventKey = e.CaseId || '#' || e.Sequence))
    ORDER BY e.EffectiveAt, e.CaseId, e.Sequence LIMIT @limit);
