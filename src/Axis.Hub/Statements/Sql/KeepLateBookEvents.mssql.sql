INSERT INTO dbo.StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, LOWER(CONVERT(nvarchar(36), e.DifferenceId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), b.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM dbo.BookDifferenceEvent AS e
INNER JOIN dbo.BookDifference AS b ON b.DifferenceId = e.DifferenceId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before AND b.AgencyId IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM dbo.StatementLateEvent AS l
    WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), e.DifferenceId)) + N'#' + CONVERT(nvarchar(12), e.Sequence));
