-- Whom an agency is told through by e-mail.
CREATE TABLE AgencyContact
(
    AgencyId TEXT NOT NULL,
    AddressKey TEXT NOT NULL,
    Address TEXT NOT NULL,
    Name TEXT NULL,
    Language TEXT NOT NULL,
    Alerts INTEGER NOT NULL,
    Statements INTEGER NOT NULL,
    AddedBy TEXT NOT NULL,
    AddedAt TEXT NOT NULL,
    CONSTRAINT PK_AgencyContact PRIMARY KEY (AgencyId, AddressKey),
    CONSTRAINT FK_AgencyContact_Agency FOREIGN KEY (AgencyId) REFERENCES Agency (AgencyId)
) STRICT;

-- One message to one address, from the transaction of what it tells until it was sent or given up.
CREATE TABLE Mail
(
    MailId TEXT NOT NULL,
    Kind TEXT NOT NULL,
    MailKey TEXT NOT NULL,
    AboutId TEXT NOT NULL,
    AgencyId TEXT NULL,
    Address TEXT NOT NULL,
    Name TEXT NULL,
    Language TEXT NOT NULL,
    Subject TEXT NOT NULL,
    PlainText TEXT NULL,
    Html TEXT NULL,
    CreatedAt TEXT NOT NULL,
    TryUntil TEXT NOT NULL,
    NextTryAt TEXT NULL,
    Attempts INTEGER NOT NULL DEFAULT 0,
    ClaimedBy TEXT NULL,
    ClaimedUntil TEXT NULL,
    SentAt TEXT NULL,
    GivenUpAt TEXT NULL,
    LastError TEXT NULL,
    CONSTRAINT PK_Mail PRIMARY KEY (MailId)
) STRICT;

CREATE UNIQUE INDEX UX_Mail_Key ON Mail (MailKey);

CREATE INDEX IX_Mail_Due ON Mail (NextTryAt) WHERE NextTryAt IS NOT NULL;

CREATE INDEX IX_Mail_GivenUp ON Mail (GivenUpAt) WHERE GivenUpAt IS NOT NULL;

CREATE INDEX IX_Mail_Created ON Mail (CreatedAt);

CREATE INDEX IX_Mail_About ON Mail (AboutId);

-- Up to when an agency, or the operators, are not written to again.
CREATE TABLE MailDigest
(
    AudienceId TEXT NOT NULL,
    Number INTEGER NOT NULL,
    LastId TEXT NOT NULL,
    HeldSince TEXT NOT NULL,
    HeldUntil TEXT NOT NULL,
    CONSTRAINT PK_MailDigest PRIMARY KEY (AudienceId)
) STRICT;

-- Runs of statements whose mails were written.
CREATE TABLE MailedRun
(
    RunId TEXT NOT NULL,
    MailedAt TEXT NOT NULL,
    CONSTRAINT PK_MailedRun PRIMARY KEY (RunId),
    CONSTRAINT FK_MailedRun_Run FOREIGN KEY (RunId) REFERENCES StatementRun (RunId)
) STRICT;
