SELECT
    d.DeliveryId, d.DocumentId, d.Kind, d.AdapterCode, d.ReceiverAgencyId, d.Transport, d.Business, d.VoidAs, d.Attempt, d.Phase, d.PublishedAt, d.SignAt, d.Since, d.AcceptedAt,
    d.EventEffectiveAt, d.AnsweredAt, d.Suspended, d.Version, d.StatesDue, o.PackageSha256, o.CodeNumber, o.CodeNotation,
    CAST(CASE WHEN EXISTS (SELECT 1 FROM dbo.Cancel AS c WHERE c.DeliveryId = d.DeliveryId AND c.Answer IS NULL) THEN 1 ELSE 0 END AS bit) AS AskedBack
FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS k
INNER JOIN dbo.Delivery AS d ON d.DocumentId = k.Id
INNER JOIN dbo.Document AS o ON o.DocumentId = d.DocumentId;
