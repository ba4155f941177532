WITH unseen AS (SELECT TOP (@limit) SeenBy FROM dbo.AgencyEvent WHERE SeenBy IS NULL ORDER BY RecordedAt)
UPDATE unseen SET SeenBy = @runId;
