SELECT MIN(EffectiveAt) AS At FROM UnseenDeliveryEvent;
