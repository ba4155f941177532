-- Whom an agency is told through by e-mail.
CREATE TABLE dbo.AgencyContact
(
    AgencyId uniqueidentifier NOT NULL,
    AddressKey nvarchar(254) NOT NULL,
    Address nvarchar(254) NOT NULL,
    Name nvarchar(200) NULL,
    Language nvarchar(2) NOT NULL,
    Alerts bit NOT NULL,
    Statements bit NOT NULL,
    AddedBy nvarchar(200) NOT NULL,
    AddedAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_AgencyContact PRIMARY KEY CLUSTERED (AgencyId, AddressKey),
    CONSTRAINT FK_AgencyContact_Agency FOREIGN KEY (AgencyId) REFERENCES dbo.Agency (AgencyId)
);

-- One message to one address, from the transaction of what it tells until it was sent or given up.
CREATE TABLE dbo.Mail
(
    MailId uniqueidentifier NOT NULL,
    Kind nvarchar(20) NOT NULL,
    MailKey nvarchar(400) NOT NULL,
    AboutId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NULL,
    Address nvarchar(254) NOT NULL,
    Name nvarchar(200) NULL,
    Language nvarchar(2) NOT NULL,
    Subject nvarchar(400) NOT NULL,
    PlainText nvarchar(max) NULL,
    Html nvarchar(max) NULL,
    CreatedAt datetimeoffset(3) NOT NULL,
    TryUntil datetimeoffset(3) NOT NULL,
    NextTryAt datetimeoffset(3) NULL,
    Attempts int NOT NULL CONSTRAINT DF_Mail_Attempts DEFAULT 0,
    ClaimedBy nvarchar(200) NULL,
    ClaimedUntil datetimeoffset(3) NULL,
    SentAt datetimeoffset(3) NULL,
    GivenUpAt datetimeoffset(3) NULL,
    LastError nvarchar(400) NULL,
    CONSTRAINT PK_Mail PRIMARY KEY CLUSTERED (MailId)
);

CREATE UNIQUE INDEX UX_Mail_Key ON dbo.Mail (MailKey);

CREATE INDEX IX_Mail_Due ON dbo.Mail (NextTryAt) WHERE NextTryAt IS NOT NULL;

CREATE INDEX IX_Mail_GivenUp ON dbo.Mail (GivenUpAt) WHERE GivenUpAt IS NOT NULL;

CREATE INDEX IX_Mail_Created ON dbo.Mail (CreatedAt);

CREATE INDEX IX_Mail_About ON dbo.Mail (AboutId);

-- Up to when an agency, or the operators, are not written to again.
CREATE TABLE dbo.MailDigest
(
    AudienceId uniqueidentifier NOT NULL,
    Number int NOT NULL,
    LastId uniqueidentifier NOT NULL,
    HeldSince datetimeoffset(3) NOT NULL,
    HeldUntil datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_MailDigest PRIMARY KEY CLUSTERED (AudienceId)
);

-- Runs of statements whose mails were written.
CREATE TABLE dbo.MailedRun
(
    RunId uniqueidentifier NOT NULL,
    MailedAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_MailedRun PRIMARY KEY CLUSTERED (RunId),
    CONSTRAINT FK_MailedRun_Run FOREIGN KEY (RunId) REFERENCES dbo.StatementRun (RunId)
);
