SELECT DISTINCT r.SubmissionId, r.FirstAt
FROM json_each(@ids) AS k
INNER JOIN Refusal AS r ON r.AdapterCode = @adapter AND r.SubmissionId = k.value;
