INSERT INTO Audit (AuditId, Actor, Action, Subject, Detail, At) VALUES (@auditId, @actor, @action, @subject, @detail, @at);
