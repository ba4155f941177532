INSERT INTO MailedRun (RunId, MailedAt)
SELECT @runId, @at
WHERE NOT EXISTS (SELECT 1 FROM MailedRun AS m WHERE m.RunId = @runId);
