UPDATE Mail SET GivenUpAt = @at, NextTryAt = NULL, Attempts = Attempts + 1, ClaimedBy = NULL, ClaimedUntil = NULL, LastError = @reason
WHERE MailId = @mailId AND ClaimedBy = @owner;
