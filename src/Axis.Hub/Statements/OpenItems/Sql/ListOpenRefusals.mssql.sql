SELECT TOP (@limit) c.CaseId, c.AgencyId, c.ReceiverCode, c.CodeNumber, c.CodeNotation, c.PromulgationDate
FROM OPENJSON(@agencies) WITH (AgencyId uniqueidentifier '$') AS m
INNER JOIN dbo.RefusalCase AS c ON c.AgencyId = m.AgencyId AND c.RestSince IS NULL AND c.CaseId > @after
ORDER BY c.CaseId;
