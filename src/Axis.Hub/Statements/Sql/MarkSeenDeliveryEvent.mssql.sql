WITH seen AS (
    SELECT TOP (@limit) u.EffectiveAt FROM dbo.UnseenDeliveryEvent AS u
    WHERE u.EffectiveAt >= @since AND (u.EffectiveAt >= @before
        OR EXISTS (
            SELECT 1 FROM dbo.StatementLateEvent AS l
            WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), u.DeliveryId)) + N'#' + CONVERT(nvarchar(12), u.Sequence))
        OR NOT EXISTS (SELECT 1 FROM dbo.Delivery AS d WHERE d.DeliveryId = u.DeliveryId AND d.Kind = N'edoc'))
    ORDER BY u.EffectiveAt, u.DeliveryId, u.Sequence)
DELETE FROM seen;
