SELECT MIN(EffectiveAt) AS At FROM DeliveryEvent WHERE SeenBy IS NULL;
