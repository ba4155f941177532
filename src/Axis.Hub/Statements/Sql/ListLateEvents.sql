SELECT EventKey, AgencyId, CounterpartId, Kind, EffectiveAt FROM StatementLateEvent WHERE RunId = @runId ORDER BY EffectiveAt, EventKey;
