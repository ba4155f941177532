SELECT DifferenceId, AdapterCode, AgencyId, Side, SubjectId, LineId, Code, Document, RestSince, EventSequence, EventEffectiveAt, AtHub, AtAdapter, ClosedBy FROM BookDifference WHERE AdapterCode = @adapter AND RestSince IS NULL
UNION
SELECT b.DifferenceId, b.AdapterCode, b.AgencyId, b.Side, b.SubjectId, b.LineId, b.Code, b.Document, b.RestSince, b.EventSequence, b.EventEffectiveAt, b.AtHub, b.AtAdapter, b.ClosedBy
FROM json_each(@keys) AS k
INNER JOIN BookDifference AS b ON b.AdapterCode = @adapter AND b.Side = k.value ->> 'Side' AND b.SubjectId = k.value ->> 'SubjectId' AND b.Code = k.value ->> 'Code';
