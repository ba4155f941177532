UPDATE RefusalEvent SET SeenBy = @runId
WHERE (CaseId, Sequence) IN (SELECT CaseId, Sequence FROM RefusalEvent WHERE SeenBy IS NULL ORDER BY EffectiveAt LIMIT @limit);
