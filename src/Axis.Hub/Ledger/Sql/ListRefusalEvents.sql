SELECT CaseId, Sequence, Kind, Copies, Source, Detail, RecordedAt, EffectiveAt FROM RefusalEvent WHERE CaseId = @caseId ORDER BY Sequence;
