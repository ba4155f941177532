INSERT INTO dbo.StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, LOWER(CONVERT(nvarchar(36), e.DifferenceId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), b.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM (
    SELECT TOP (@limit) DifferenceId, Sequence, Kind, EffectiveAt FROM dbo.BookDifferenceEvent
    WHERE SeenBy IS NULL AND EffectiveAt >= @since AND EffectiveAt < @before ORDER BY EffectiveAt, DifferenceId, Sequence) AS e
INNER JOIN dbo.BookDifference AS b ON b.DifferenceId = e.DifferenceId
WHERE b.AgencyId IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM dbo.StatementLateEvent AS l
    WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), e.DifferenceId)) + N'#' + CONVERT(nvarchar(12), e.Sequence));
