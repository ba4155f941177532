-- The registry at any instant: what an agency was called, where it stood, and whether it was a pilot.
CREATE TABLE dbo.AgencyEvent
(
    EventId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NOT NULL,
    Code nvarchar(64) NOT NULL,
    NameVi nvarchar(400) NOT NULL,
    NameEn nvarchar(400) NOT NULL,
    ParentId uniqueidentifier NULL,
    AdapterCode nvarchar(64) NULL,
    Pilot bit NOT NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    SeenBy uniqueidentifier NULL,
    CONSTRAINT PK_AgencyEvent PRIMARY KEY CLUSTERED (EventId)
);

CREATE INDEX IX_AgencyEvent_Agency ON dbo.AgencyEvent (AgencyId, RecordedAt);

CREATE INDEX IX_AgencyEvent_Unseen ON dbo.AgencyEvent (RecordedAt) WHERE SeenBy IS NULL;

-- What was known when this began holds from the beginning.
INSERT INTO dbo.AgencyEvent (EventId, AgencyId, Code, NameVi, NameEn, ParentId, AdapterCode, Pilot, RecordedAt)
SELECT AgencyId, AgencyId, Code, NameVi, NameEn, ParentId, AdapterCode, Pilot, CONVERT(datetimeoffset(3), N'2000-01-01T00:00:00.000Z') FROM dbo.Agency;

-- One run that issues statements; one at a time holds the lease.
CREATE TABLE dbo.StatementRun
(
    RunId uniqueidentifier NOT NULL,
    Through date NOT NULL,
    Earliest datetimeoffset(3) NULL,
    Owner nvarchar(200) NOT NULL,
    LeaseUntil datetimeoffset(3) NOT NULL,
    StartedAt datetimeoffset(3) NOT NULL,
    CompletedAt datetimeoffset(3) NULL,
    OpenSlot int NULL,
    CONSTRAINT PK_StatementRun PRIMARY KEY CLUSTERED (RunId)
);

CREATE UNIQUE INDEX UX_StatementRun_Open ON dbo.StatementRun (OpenSlot) WHERE OpenSlot IS NOT NULL;

CREATE INDEX IX_StatementRun_Through ON dbo.StatementRun (Through) WHERE CompletedAt IS NOT NULL;

CREATE TABLE dbo.Statement
(
    AgencyId uniqueidentifier NOT NULL,
    Day date NOT NULL,
    Version int NOT NULL,
    Sha256 nvarchar(64) NOT NULL,
    PreviousSha256 nvarchar(64) NULL,
    Content varbinary(max) NOT NULL,
    Closings nvarchar(max) NOT NULL,
    Mismatches int NOT NULL,
    Changes nvarchar(max) NULL,
    RunId uniqueidentifier NOT NULL,
    IssuedAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_Statement PRIMARY KEY CLUSTERED (Day, AgencyId, Version),
    CONSTRAINT FK_Statement_Run FOREIGN KEY (RunId) REFERENCES dbo.StatementRun (RunId)
);

CREATE INDEX IX_Statement_Agency ON dbo.Statement (AgencyId, Day);

CREATE INDEX IX_Statement_Run ON dbo.Statement (RunId, AgencyId);

-- The package by which an agency gets what a run has issued for it.
CREATE TABLE dbo.StatementParcel
(
    RunId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NOT NULL,
    DocumentId uniqueidentifier NULL,
    SentAt datetimeoffset(3) NULL,
    CONSTRAINT PK_StatementParcel PRIMARY KEY CLUSTERED (RunId, AgencyId),
    CONSTRAINT FK_StatementParcel_Run FOREIGN KEY (RunId) REFERENCES dbo.StatementRun (RunId)
);

CREATE INDEX IX_StatementParcel_Unsent ON dbo.StatementParcel (RunId, AgencyId) WHERE SentAt IS NULL;
