INSERT INTO StatementParcel (RunId, AgencyId)
SELECT DISTINCT s.RunId, s.AgencyId
FROM json_each(@ids) AS k
INNER JOIN Statement AS s ON s.AgencyId = k.value
WHERE s.RunId = @runId;
