UPDATE BookDifferenceEvent SET SeenBy = @runId
WHERE rowid IN (
    SELECT e.rowid FROM BookDifferenceEvent AS e
    WHERE e.SeenBy IS NULL AND e.EffectiveAt >= @since AND (e.EffectiveAt >= @before
        OR EXISTS (SELECT 1 FROM StatementLateEvent AS l WHERE l.RunId = @runId AND l.EventKey = e.DifferenceId || '#' || e.Sequence)
        OR NOT EXISTS (SELECT 1 FROM BookDifference AS b WHERE b.DifferenceId = e.DifferenceId AND b.AgencyId IS NOT NULL))
    ORDER BY e.EffectiveAt, e.DifferenceId, e.Sequence LIMIT @limit);
