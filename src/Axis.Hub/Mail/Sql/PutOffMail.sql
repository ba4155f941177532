UPDATE Mail SET NextTryAt = @nextTryAt, Attempts = Attempts + 1, ClaimedBy = NULL, ClaimedUntil = NULL, LastError = @reason
WHERE MailId = @mailId AND ClaimedBy = @owner;
