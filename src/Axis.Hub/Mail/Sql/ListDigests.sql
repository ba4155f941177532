SELECT d.AudienceId, d.Number, d.LastId, d.HeldSince, d.HeldUntil, COUNT(m.MailId) AS Mails, COUNT(m.NextTryAt) AS Waiting
FROM MailDigest AS d
LEFT JOIN Mail AS m ON m.AboutId = d.LastId
GROUP BY d.AudienceId, d.Number, d.LastId, d.HeldSince, d.HeldUntil;
