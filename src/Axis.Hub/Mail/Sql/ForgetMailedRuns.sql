DELETE FROM MailedRun WHERE MailedAt < @before;
