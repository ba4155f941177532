SELECT TOP (@limit) a.At, a.Action, a.Subject, a.Detail FROM dbo.Audit AS a WHERE a.At >= @since AND a.Actor = N'hub' ORDER BY a.At DESC;
