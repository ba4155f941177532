WITH seen AS (SELECT TOP (@limit) EffectiveAt FROM dbo.UnseenDeliveryEvent WHERE EffectiveAt >= @since ORDER BY EffectiveAt, DeliveryId, Sequence)
DELETE FROM seen;
