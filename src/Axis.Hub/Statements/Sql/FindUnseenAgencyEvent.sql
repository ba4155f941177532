SELECT MIN(RecordedAt) AS At FROM AgencyEvent WHERE SeenBy IS NULL;
