DELETE FROM UnseenDeliveryEvent
WHERE (EffectiveAt, DeliveryId, Sequence) IN (
    SELECT EffectiveAt, DeliveryId, Sequence FROM UnseenDeliveryEvent WHERE EffectiveAt >= @since ORDER BY EffectiveAt, DeliveryId, Sequence LIMIT @limit);
