SELECT TOP (@limit) m.MailId, m.Kind, g.Code AS AgencyCode, m.Address, m.Subject, m.CreatedAt, m.Attempts, m.NextTryAt, m.SentAt, m.GivenUpAt, m.LastError
FROM dbo.Mail AS m
LEFT JOIN dbo.Agency AS g ON g.AgencyId = m.AgencyId
WHERE @failed = 0 OR (m.SentAt IS NULL AND m.LastError IS NOT NULL)
ORDER BY m.CreatedAt DESC, m.MailId;
