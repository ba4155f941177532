DELETE FROM UnseenDeliveryEvent
WHERE (EffectiveAt, DeliveryId, Sequence) IN (SELECT EffectiveAt, DeliveryId, Sequence FROM UnseenDeliveryEvent ORDER BY EffectiveAt LIMIT @limit);
