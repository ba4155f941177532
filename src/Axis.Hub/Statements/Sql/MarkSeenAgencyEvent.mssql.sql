WITH unseen AS (SELECT TOP (@limit) SeenBy FROM dbo.AgencyEvent WHERE SeenBy IS NULL AND RecordedAt >= @since ORDER BY RecordedAt)
UPDATE unseen SET SeenBy = @runId;
