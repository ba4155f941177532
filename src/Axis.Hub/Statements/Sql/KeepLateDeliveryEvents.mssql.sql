INSERT INTO dbo.StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT
    @runId, LOWER(CONVERT(nvarchar(36), e.DeliveryId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), d.SenderAgencyId, d.ReceiverAgencyId, e.Kind, e.EffectiveAt
FROM (
    SELECT TOP (@limit) DeliveryId, Sequence FROM dbo.UnseenDeliveryEvent
    WHERE EffectiveAt >= @since AND EffectiveAt < @before ORDER BY EffectiveAt, DeliveryId, Sequence) AS u
INNER JOIN dbo.DeliveryEvent AS e ON e.DeliveryId = u.DeliveryId AND e.Sequence = u.Sequence
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = e.DeliveryId
WHERE d.Kind = N'edoc' AND NOT EXISTS (
    SELECT 1 FROM dbo.StatementLateEvent AS l
    WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), e.DeliveryId)) + N'#' + CONVERT(nvarchar(12), e.Sequence));
