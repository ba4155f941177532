UPDATE Mail SET SentAt = @at, NextTryAt = NULL, Attempts = Attempts + 1, ClaimedBy = NULL, ClaimedUntil = NULL, LastError = NULL
WHERE MailId = @mailId AND SentAt IS NULL;
