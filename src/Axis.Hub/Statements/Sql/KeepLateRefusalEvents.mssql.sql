INSERT INTO dbo.StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, LOWER(CONVERT(nvarchar(36), e.CaseId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), c.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM (
    SELECT TOP (@limit) CaseId, Sequence, Kind, EffectiveAt FROM dbo.RefusalEvent
    WHERE SeenBy IS NULL AND EffectiveAt >= @since AND EffectiveAt < @before ORDER BY EffectiveAt, CaseId, Sequence) AS e
INNER JOIN dbo.RefusalCase AS c ON c.CaseId = e.CaseId
WHERE NOT EXISTS (
    SELECT 1 FROM dbo.StatementLateEvent AS l
    WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), e.CaseId)) + N'#' + CONVERT(nvarchar(12), e.Sequence));
