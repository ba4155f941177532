INSERT INTO StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, e.DifferenceId || '#' || e.Sequence, b.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM BookDifferenceEvent AS e
INNER JOIN BookDifference AS b ON b.DifferenceId = e.DifferenceId
WHERE e.SeenBy IS NULL AND e.EffectiveAt < @before AND b.AgencyId IS NOT NULL
ON CONFLICT DO NOTHING;
