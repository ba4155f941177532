INSERT INTO StatementLateEvent (RunId, EventKey, AgencyId, CounterpartId, Kind, EffectiveAt)
SELECT @runId, e.DifferenceId || '#' || e.Sequence, b.AgencyId, NULL, e.Kind, e.EffectiveAt
FROM (
    SELECT DifferenceId, Sequence, Kind, EffectiveAt FROM BookDifferenceEvent
    WHERE SeenBy IS NULL AND EffectiveAt >= @since AND EffectiveAt < @before ORDER BY EffectiveAt, DifferenceId, Sequence LIMIT @limit) AS e
INNER JOIN BookDifference AS b ON b.DifferenceId = e.DifferenceId
WHERE b.AgencyId IS NOT NULL
ON CONFLICT DO NOTHING;
