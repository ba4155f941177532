UPDATE Mail SET ClaimedBy = NULL, ClaimedUntil = NULL WHERE MailId = @mailId AND ClaimedBy = @owner;
