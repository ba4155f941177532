SELECT * FROM RefusalCase WHERE CaseId = @caseId;
