SELECT
    d.DeliveryId, d.DocumentId, d.SenderAgencyId, t.SenderCode, t.AdapterCode AS SenderAdapter, d.ReceiverAgencyId, d.ReceiverCode,
    d.AdapterCode AS ReceiverAdapter, d.Watched
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = k.Id
INNER JOIN dbo.Document AS t ON t.DocumentId = d.DocumentId;
