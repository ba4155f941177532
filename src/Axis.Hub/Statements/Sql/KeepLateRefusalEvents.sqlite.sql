INSERT INTO StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, e.CaseId || '#' || e.Sequence, c.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM RefusalEvent AS e
INNER JOIN RefusalCase AS c ON c.CaseId = e.CaseId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before
ON CONFLICT DO NOTHING;
