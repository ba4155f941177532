SELECT c.CaseId, c.AgencyId, c.ReceiverCode, c.CodeNumber, c.CodeNotation, c.PromulgationDate
FROM (SELECT value AS AgencyId FROM json_each(@agencies)) AS m
INNER JOIN RefusalCase AS c ON c.AgencyId = m.AgencyId AND c.RestSince IS NULL AND c.CaseId > @after
ORDER BY c.CaseId
LIMIT @limit;
