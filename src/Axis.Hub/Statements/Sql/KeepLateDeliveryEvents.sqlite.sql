INSERT INTO StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, e.DeliveryId || '#' || e.Sequence, d.SenderAgencyId, d.ReceiverAgencyId, e.Kind, e.EffectiveAt
FROM DeliveryEvent AS e
INNER JOIN Delivery AS d ON d.DeliveryId = e.DeliveryId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before AND d.Kind = 'edoc'
ON CONFLICT DO NOTHING;
