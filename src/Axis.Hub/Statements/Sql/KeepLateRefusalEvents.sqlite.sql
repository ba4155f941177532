INSERT INTO StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, e.CaseId || '#' || e.Sequence, c.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM (
    SELECT CaseId, Sequence, Kind, EffectiveAt FROM RefusalEvent
    WHERE SeenBy IS NULL AND EffectiveAt >= @since AND EffectiveAt < @before ORDER BY EffectiveAt, CaseId, Sequence LIMIT @limit) AS e
INNER JOIN RefusalCase AS c ON c.CaseId = e.CaseId
WHERE true
ON CONFLICT DO NOTHING;
