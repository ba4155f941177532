UPDATE DeliveryEvent SET SeenBy = @runId WHERE rowid IN (SELECT rowid FROM DeliveryEvent WHERE SeenBy IS NULL ORDER BY EffectiveAt LIMIT @limit);
