UPDATE DeliveryEvent SET SeenBy = @runId WHERE (DeliveryId, Sequence) IN (SELECT DeliveryId, Sequence FROM DeliveryEvent WHERE SeenBy IS NULL ORDER BY EffectiveAt LIMIT @limit);
