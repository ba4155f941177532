INSERT INTO StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, e.DeliveryId || '#' || e.Sequence, d.SenderAgencyId, d.ReceiverAgencyId, e.Kind, e.EffectiveAt
FROM UnseenDeliveryEvent AS u
INNER JOIN DeliveryEvent AS e ON e.DeliveryId = u.DeliveryId AND e.Sequence = u.Sequence
INNER JOIN Delivery AS d ON d.DeliveryId = e.DeliveryId
WHERE u.EffectiveAt < @before AND d.Kind = 'edoc'
ON CONFLICT DO NOTHING;
