SELECT * FROM Mail
WHERE NextTryAt IS NOT NULL AND NextTryAt <= @now AND (ClaimedUntil IS NULL OR ClaimedUntil < @now)
ORDER BY NextTryAt, MailId
LIMIT @limit;
