INSERT INTO dbo.StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT
    @runId, LOWER(CONVERT(nvarchar(36), e.DeliveryId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), d.SenderAgencyId, d.ReceiverAgencyId, e.Kind, e.EffectiveAt
FROM dbo.UnseenDeliveryEvent AS u
INNER JOIN dbo.DeliveryEvent AS e ON e.DeliveryId = u.DeliveryId AND e.Sequence = u.Sequence
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = e.DeliveryId
WHERE u.EffectiveAt < @before AND d.Kind = N'edoc' AND NOT EXISTS (
    SELECT 1 FROM dbo.StatementLateEvent AS l
    WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), e.DeliveryId)) + N'#' + CONVERT(nvarchar(12), e.Sequence));
