WITH unseen AS (
    SELECT TOP (@limit) e.SeenBy FROM dbo.RefusalEvent AS e
    WHERE e.SeenBy IS NULL AND e.EffectiveAt >= @since AND (e.EffectiveAt >= @before
        OR EXISTS (
            SELECT 1 FROM dbo.StatementLateEvent AS l
            WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), e.CaseId)) + N'#' + CONVERT(nvarchar(12), e.Sequence)))
    ORDER BY e.EffectiveAt, e.CaseId, e.Sequence)
UPDATE unseen SET SeenBy = @runId;
