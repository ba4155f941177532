WITH unseen AS (SELECT TOP (@limit) SeenBy FROM dbo.BookDifferenceEvent WHERE SeenBy IS NULL ORDER BY EffectiveAt)
UPDATE unseen SET SeenBy = @runId;
