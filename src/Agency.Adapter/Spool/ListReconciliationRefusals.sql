SELECT Day, Finding, RefusedAt FROM ReconciliationRefusal WHERE Day BETWEEN @First AND @Last ORDER BY Day DESC
