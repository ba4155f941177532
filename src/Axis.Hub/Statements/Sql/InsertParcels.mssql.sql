INSERT INTO dbo.StatementParcel (RunId, AgencyId)
SELECT DISTINCT s.RunId, s.AgencyId
FROM OPENJSON(@ids) WITH (AgencyId uniqueidentifier '$') AS k
INNER JOIN dbo.Statement AS s ON s.AgencyId = k.AgencyId
WHERE s.RunId = @runId;
