SELECT e.DeliveryId, e.Kind, e.TransportTo, e.BusinessTo, e.Detail, e.Source, e.EffectiveAt, e.ProcessingDue, e.ArriveDue, e.AnswerDue
FROM json_each(@ids) AS k
INNER JOIN DeliveryEvent AS e ON e.DeliveryId = k.value
ORDER BY e.DeliveryId, e.Sequence;
