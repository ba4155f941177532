WITH unseen AS (
    SELECT TOP (@limit) e.SeenBy FROM dbo.BookDifferenceEvent AS e
    WHERE e.SeenBy IS NULL AND e.EffectiveAt >= @since AND (e.EffectiveAt >= @before
        OR EXISTS (
            SELECT 1 FROM dbo.StatementLateEvent AS l
            WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), e.DifferenceId)) + N'#' + CONVERT(nvarchar(12), e.Sequence))
        OR NOT EXISTS (SELECT 1 FROM dbo.BookDifference AS b WHERE b.DifferenceId = e.DifferenceId AND b.AgencyId IS NOT NULL))
    ORDER BY e.EffectiveAt, e.DifferenceId, e.Sequence)
UPDATE unseen SET SeenBy = @runId;
