INSERT INTO dbo.StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, LOWER(CONVERT(nvarchar(36), e.CaseId)) + N'#' + CONVERT(nvarchar(12), e.Sequence), c.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM dbo.RefusalEvent AS e
INNER JOIN dbo.RefusalCase AS c ON c.CaseId = e.CaseId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before AND NOT EXISTS (
    SELECT 1 FROM dbo.StatementLateEvent AS l
    WHERE l.RunId = @runId AND l.EventKey = LOWER(CONVERT(nvarchar(36), e.CaseId)) + N'#' + CONVERT(nvarchar(12), e.Sequence));
