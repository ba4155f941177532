SELECT t.*
FROM json_each(@keys) AS k
INNER JOIN Submission AS t ON t.AdapterCode = k.value ->> 'AdapterCode' AND t.SubmissionId = k.value ->> 'SubmissionId';
