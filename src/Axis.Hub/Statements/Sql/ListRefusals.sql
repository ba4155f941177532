SELECT CaseId, AgencyId, ReceiverCode, CodeNumber, CodeNotation, PromulgationDate
FROM RefusalCase WHERE RestSince IS NULL OR RestSince >= @since
ORDER BY CaseId;
