INSERT INTO dbo.StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT
    @runId, LOWER(CONVERT(nvarchar(36), e.DeliveryId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), d.SenderAgencyId, d.ReceiverAgencyId, e.Kind, e.EffectiveAt
FROM dbo.DeliveryEvent AS e
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = e.DeliveryId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before AND d.Kind = N'edoc' AND NOT EXISTS (
    SELECT 1 FROM dbo.StatementLateEvent AS l
    WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), e.DeliveryId)) + N'#' + CONVERT(nvarchar(12), e.Sequence));
