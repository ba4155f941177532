WITH seen AS (SELECT TOP (@limit) EffectiveAt FROM dbo.UnseenDeliveryEvent ORDER BY EffectiveAt)
DELETE FROM seen;
