SELECT DifferenceId, AdapterCode, AgencyId, Side, SubjectId, LineId, Code, Document, RestSince, EventSequence, EventEffectiveAt, AtHub, AtAdapter, ClosedBy
FROM BookDifference WHERE AdapterCode = @adapter AND RestSince IS NULL;
