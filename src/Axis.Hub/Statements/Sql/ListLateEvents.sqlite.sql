SELECT EventKey, AgencyId, CounterpartId, Kind, EffectiveAt FROM StatementLateEvent WHERE RunId = @runId
UNION
SELECT e.DeliveryId || '#' || e.Sequence, d.SenderAgencyId, d.ReceiverAgencyId, e.Kind, e.EffectiveAt
FROM UnseenDeliveryEvent AS u
INNER JOIN DeliveryEvent AS e ON e.DeliveryId = u.DeliveryId AND e.Sequence = u.Sequence
INNER JOIN Delivery AS d ON d.DeliveryId = e.DeliveryId
WHERE u.EffectiveAt < @before AND d.Kind = 'edoc'
UNION
SELECT e.CaseId || '#' || e.Sequence, c.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM RefusalEvent AS e
INNER JOIN RefusalCase AS c ON c.CaseId = e.CaseId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before
UNION
SELECT e.DifferenceId || '#' || e.Sequence, b.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM BookDifferenceEvent AS e
INNER JOIN BookDifference AS b ON b.DifferenceId = e.DifferenceId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before AND b.AgencyId IS NOT NULL
ORDER BY EffectiveAt, EventKey;
