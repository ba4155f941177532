UPDATE Mail SET ClaimedBy = @owner, ClaimedUntil = @until
WHERE MailId = @mailId AND NextTryAt IS NOT NULL AND NextTryAt <= @now AND (ClaimedUntil IS NULL OR ClaimedUntil < @now);
