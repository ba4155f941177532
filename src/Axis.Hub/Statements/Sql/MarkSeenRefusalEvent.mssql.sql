WITH unseen AS (SELECT TOP (@limit) SeenBy FROM dbo.RefusalEvent WHERE SeenBy IS NULL AND EffectiveAt >= @since ORDER BY EffectiveAt, CaseId, Sequence)
UPDATE unseen SET SeenBy = @runId;
