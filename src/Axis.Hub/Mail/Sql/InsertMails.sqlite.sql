WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO Mail (MailId, Kind, MailKey, AboutId, AgencyId, Address, Name, Language, Subject, PlainText, Html, CreatedAt, TryUntil, NextTryAt)
SELECT
    value ->> 'MailId', value ->> 'Kind', value ->> 'MailKey', value ->> 'AboutId', value ->> 'AgencyId', value ->> 'Address', value ->> 'Name', value ->> 'Language',
    value ->> 'Subject', value ->> 'PlainText', value ->> 'Html', value ->> 'CreatedAt', value ->> 'TryUntil', value ->> 'NextTryAt'
FROM j
WHERE NOT EXISTS (SELECT 1 FROM Mail AS m WHERE m.MailKey = j.value ->> 'MailKey');
