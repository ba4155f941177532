SELECT EventKey, AgencyId, CounterpartId, Kind, EffectiveAt FROM dbo.StatementLateEvent WHERE RunId = @runId
UNION
SELECT LOWER(CONVERT(nvarchar(36), e.DeliveryId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), d.SenderAgencyId, d.ReceiverAgencyId, e.Kind, e.EffectiveAt
FROM dbo.UnseenDeliveryEvent AS u
INNER JOIN dbo.DeliveryEvent AS e ON e.DeliveryId = u.DeliveryId AND e.Sequence = u.Sequence
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = e.DeliveryId
WHERE u.EffectiveAt < @before AND d.Kind = N'edoc'
UNION
SELECT LOWER(CONVERT(nvarchar(36), e.CaseId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), c.AgencyId, CAST(NULL AS uniqueidentifier), e.Kind, e.EffectiveAt
FROM dbo.RefusalEvent AS e
INNER JOIN dbo.RefusalCase AS c ON c.CaseId = e.CaseId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before
UNION
SELECT LOWER(CONVERT(nvarchar(36), e.DifferenceId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), b.AgencyId, CAST(NULL AS uniqueidentifier), e.Kind, e.EffectiveAt
FROM dbo.BookDifferenceEvent AS e
INNER JOIN dbo.BookDifference AS b ON b.DifferenceId = e.DifferenceId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before AND b.AgencyId IS NOT NULL
ORDER BY EffectiveAt, EventKey;
