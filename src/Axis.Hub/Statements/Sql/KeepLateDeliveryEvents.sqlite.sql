INSERT INTO StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, e.DeliveryId || '#' || e.Sequence, d.SenderAgencyId, d.ReceiverAgencyId, e.Kind, e.EffectiveAt
FROM (
    SELECT DeliveryId, Sequence FROM UnseenDeliveryEvent
    WHERE EffectiveAt >= @since AND EffectiveAt < @before ORDER BY EffectiveAt, DeliveryId, Sequence LIMIT @limit) AS u
INNER JOIN DeliveryEvent AS e ON e.DeliveryId = u.DeliveryId AND e.Sequence = u.Sequence
INNER JOIN Delivery AS d ON d.DeliveryId = e.DeliveryId
WHERE d.Kind = 'edoc'
ON CONFLICT DO NOTHING;
