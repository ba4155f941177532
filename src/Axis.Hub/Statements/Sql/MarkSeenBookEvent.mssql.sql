WITH unseen AS (SELECT TOP (@limit) SeenBy FROM dbo.BookDifferenceEvent WHERE SeenBy IS NULL AND EffectiveAt >= @since ORDER BY EffectiveAt, DifferenceId, Sequence)
UPDATE unseen SET SeenBy = @runId;
