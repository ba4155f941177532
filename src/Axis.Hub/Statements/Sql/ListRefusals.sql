SELECT CaseId, AgencyId, ReceiverCode, CodeNumber, CodeNotation, PromulgationDate FROM RefusalCase WHERE RestSince IS NULL
UNION ALL
SELECT CaseId, AgencyId, ReceiverCode, CodeNumber, CodeNotation, PromulgationDate FROM RefusalCase WHERE RestSince >= @since;
