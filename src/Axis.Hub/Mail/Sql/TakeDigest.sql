UPDATE MailDigest SET Number = Number + 1, LastId = @digestId, HeldSince = @heldSince, HeldUntil = @heldUntil
WHERE AudienceId = @audienceId AND Number = @number;
