DELETE FROM UnseenDeliveryEvent
WHERE (EffectiveAt, DeliveryId, Sequence) IN (
    SELECT u.EffectiveAt, u.DeliveryId, u.Sequence FROM UnseenDeliveryEvent AS u
    WHERE u.EffectiveAt >= @since AND (u.EffectiveAt >= @before
        OR EXISTS (SELECT 1 FROM StatementLateEvent AS l WHERE l.RunId = @runId AND l.EventKey = u.DeliveryId || '#' || u.Sequence)
        OR NOT EXISTS (SELECT 1 FROM Delivery AS d WHERE d.DeliveryId = u.DeliveryId AND d.Kind = 'edoc'))
    ORDER BY u.EffectiveAt, u.DeliveryId, u.Sequence LIMIT @limit);
