SELECT
    d.DeliveryId, d.DocumentId, d.SenderAgencyId, t.SenderCode, t.AdapterCode AS SenderAdapter, d.ReceiverAgencyId, d.ReceiverCode,
    d.AdapterCode AS ReceiverAdapter, d.Watched
FROM json_each(@ids) AS k
INNER JOIN Delivery AS d ON d.DeliveryId = k.value
INNER JOIN Document AS t ON t.DocumentId = d.DocumentId;
