SELECT TOP (@limit) i.DeliveryId
FROM (
    SELECT d.DeliveryId, d.Since
    FROM OPENJSON(@agencies) WITH (AgencyId uniqueidentifier '$') AS m
    INNER JOIN dbo.Delivery AS d ON d.SenderAgencyId = m.AgencyId
    WHERE @asSender = 1 AND d.Kind = N'edoc' AND d.SenderAgencyId <> @hub AND d.RestSince IS NULL
        AND (d.Since > @since OR (d.Since = @since AND d.DeliveryId > @after))
        AND ((@failed = 1 AND d.Transport = 3) OR (@backlog = 1 AND d.Transport IN (0, 1) AND d.ArriveDue < @now) OR (@noReply = 1 AND d.Transport = 2 AND d.AnswerDue < @now))
    UNION
    SELECT d.DeliveryId, d.Since
    FROM OPENJSON(@agencies) WITH (AgencyId uniqueidentifier '$') AS m
    INNER JOIN dbo.Delivery AS d ON d.ReceiverAgencyId = m.AgencyId
    WHERE @asReceiver = 1 AND d.Kind = N'edoc' AND d.SenderAgencyId <> @hub AND d.RestSince IS NULL
        AND (d.Since > @since OR (d.Since = @since AND d.DeliveryId > @after))
        AND ((@failed = 1 AND d.Transport = 3) OR (@backlog = 1 AND d.Transport IN (0, 1) AND d.ArriveDue < @now) OR (@noReply = 1 AND d.Transport = 2 AND d.AnswerDue < @now))) AS i
ORDER BY i.Since, i.DeliveryId;
