SELECT t.*
FROM json_each(@keys) AS k
INNER JOIN Refusal AS t ON t.AdapterCode = k.value ->> 'AdapterCode' AND t.SubmissionId = k.value ->> 'SubmissionId' AND t.Try = k.value ->> 'Try' AND t.PackageSha256 = k.value ->> 'PackageSha256';
