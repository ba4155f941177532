SELECT MIN(EffectiveAt) AS At FROM RefusalEvent WHERE SeenBy IS NULL;
