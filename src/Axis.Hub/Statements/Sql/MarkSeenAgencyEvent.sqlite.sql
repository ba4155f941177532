UPDATE AgencyEvent SET SeenBy = @runId
WHERE EventId IN (SELECT EventId FROM AgencyEvent WHERE SeenBy IS NULL AND RecordedAt >= @since ORDER BY RecordedAt LIMIT @limit);
