SELECT Day, Answer, AnsweredAt FROM Reconciliation WHERE Day BETWEEN @First AND @Last ORDER BY Day DESC
