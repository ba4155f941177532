INSERT INTO dbo.Mail (MailId, Kind, MailKey, AboutId, AgencyId, Address, Name, Language, Subject, PlainText, Html, CreatedAt, TryUntil, NextTryAt)
SELECT j.MailId, j.Kind, j.MailKey, j.AboutId, j.AgencyId, j.Address, j.Name, j.Language, j.Subject, j.PlainText, j.Html, j.CreatedAt, j.TryUntil, j.NextTryAt
FROM OPENJSON(@rows) WITH (
    MailId uniqueidentifier,
    Kind nvarchar(20),
    MailKey nvarchar(400),
    AboutId uniqueidentifier,
    AgencyId uniqueidentifier,
    Address nvarchar(254),
    Name nvarchar(200),
    Language nvarchar(2),
    Subject nvarchar(400),
    PlainText nvarchar(max),
    Html nvarchar(max),
    CreatedAt datetimeoffset(3),
    TryUntil datetimeoffset(3),
    NextTryAt datetimeoffset(3)) AS j
WHERE NOT EXISTS (SELECT 1 FROM dbo.Mail AS m WHERE m.MailKey = j.MailKey);
