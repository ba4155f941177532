SELECT * FROM dbo.RefusalCase WITH (UPDLOCK, ROWLOCK) WHERE CaseId = @caseId;
