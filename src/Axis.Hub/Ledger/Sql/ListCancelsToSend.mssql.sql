SELECT TOP (@limit) c.* FROM dbo.Cancel AS c WHERE c.Answer IS NULL AND c.NextSendAt <= @now ORDER BY c.NextSendAt;
