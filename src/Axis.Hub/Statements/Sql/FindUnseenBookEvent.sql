SELECT MIN(EffectiveAt) AS At FROM BookDifferenceEvent WHERE SeenBy IS NULL;
