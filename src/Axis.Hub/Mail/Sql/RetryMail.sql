UPDATE Mail SET NextTryAt = @now, TryUntil = @until, GivenUpAt = NULL, ClaimedBy = NULL, ClaimedUntil = NULL
WHERE MailId = @mailId AND SentAt IS NULL AND (ClaimedUntil IS NULL OR ClaimedUntil < @now);
