SELECT o.SubmissionId AS Id
FROM Document AS o
WHERE o.AcceptedAt >= @since AND o.AcceptedAt < @until AND o.AdapterCode = @adapter
UNION
SELECT o.SubmissionId
FROM Delivery AS d
INNER JOIN Document AS o ON o.DocumentId = d.DocumentId
WHERE d.Kind = 'edoc' AND (d.RestSince IS NULL OR d.RestSince >= @since) AND o.AcceptedAt < @until AND o.AdapterCode = @adapter
UNION
SELECT b.LineId
FROM BookDifference AS b
WHERE b.AdapterCode = @adapter AND b.RestSince IS NULL AND b.Side = 0;
