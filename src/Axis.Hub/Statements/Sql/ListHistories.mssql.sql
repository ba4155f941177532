SELECT e.DeliveryId, e.Kind, e.TransportTo, e.BusinessTo, e.Detail, e.Source, e.EffectiveAt, e.ProcessingDue, e.ArriveDue, e.AnswerDue
FROM OPENJSON(@ids) WITH (DeliveryId uniqueidentifier '$') AS k
INNER JOIN dbo.DeliveryEvent AS e ON e.DeliveryId = k.DeliveryId
ORDER BY e.DeliveryId, e.Sequence;
