INSERT INTO MailDigest (AudienceId, Number, LastId, HeldSince, HeldUntil)
SELECT @audienceId, 1, @digestId, @heldSince, @heldUntil
WHERE NOT EXISTS (SELECT 1 FROM MailDigest AS d WHERE d.AudienceId = @audienceId);
