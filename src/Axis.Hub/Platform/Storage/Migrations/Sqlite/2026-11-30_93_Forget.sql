-- What a sent message said is forgotten after a while: found without reading all mail.

CREATE INDEX IX_Mail_Body ON Mail (SentAt) WHERE PlainText IS NOT NULL;
