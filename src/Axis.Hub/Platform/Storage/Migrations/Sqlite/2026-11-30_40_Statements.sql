-- The registry at any instant: what an agency was called, where it stood, and whether it was a pilot.
CREATE TABLE AgencyEvent
(
    EventId TEXT NOT NULL,
    AgencyId TEXT NOT NULL,
    Code TEXT NOT NULL,
    NameVi TEXT NOT NULL,
    NameEn TEXT NOT NULL,
    ParentId TEXT NULL,
    AdapterCode TEXT NULL,
    Pilot INTEGER NOT NULL,
    RecordedAt TEXT NOT NULL,
    SeenBy TEXT NULL,
    CONSTRAINT PK_AgencyEvent PRIMARY KEY (EventId)
) STRICT;

CREATE INDEX IX_AgencyEvent_Agency ON AgencyEvent (AgencyId, RecordedAt);

CREATE INDEX IX_AgencyEvent_Unseen ON AgencyEvent (RecordedAt) WHERE SeenBy IS NULL;

-- What was known when this began holds from the beginning.
INSERT INTO AgencyEvent (EventId, AgencyId, Code, NameVi, NameEn, ParentId, AdapterCode, Pilot, RecordedAt)
SELECT AgencyId, AgencyId, Code, NameVi, NameEn, ParentId, AdapterCode, Pilot, '2000-01-01T00:00:00.000Z' FROM Agency;

-- One run that issues statements; one at a time holds the lease.
CREATE TABLE StatementRun
(
    RunId TEXT NOT NULL,
    Through TEXT NOT NULL,
    Earliest TEXT NULL,
    Owner TEXT NOT NULL,
    LeaseUntil TEXT NOT NULL,
    StartedAt TEXT NOT NULL,
    CompletedAt TEXT NULL,
    OpenSlot INTEGER NULL,
    CONSTRAINT PK_StatementRun PRIMARY KEY (RunId)
) STRICT;

CREATE UNIQUE INDEX UX_StatementRun_Open ON StatementRun (OpenSlot) WHERE OpenSlot IS NOT NULL;

CREATE INDEX IX_StatementRun_Through ON StatementRun (Through) WHERE CompletedAt IS NOT NULL;

CREATE TABLE Statement
(
    AgencyId TEXT NOT NULL,
    Day TEXT NOT NULL,
    Version INTEGER NOT NULL,
    Sha256 TEXT NOT NULL,
    PreviousSha256 TEXT NULL,
    Content BLOB NOT NULL,
    Closings TEXT NOT NULL,
    Mismatches INTEGER NOT NULL,
    Changes TEXT NULL,
    RunId TEXT NOT NULL,
    IssuedAt TEXT NOT NULL,
    CONSTRAINT PK_Statement PRIMARY KEY (Day, AgencyId, Version),
    CONSTRAINT FK_Statement_Run FOREIGN KEY (RunId) REFERENCES StatementRun (RunId)
) STRICT;

CREATE INDEX IX_Statement_Agency ON Statement (AgencyId, Day);

CREATE INDEX IX_Statement_Run ON Statement (RunId, AgencyId);

-- The package by which an agency gets what a run has issued for it.
CREATE TABLE StatementParcel
(
    RunId TEXT NOT NULL,
    AgencyId TEXT NOT NULL,
    DocumentId TEXT NULL,
    SentAt TEXT NULL,
    CONSTRAINT PK_StatementParcel PRIMARY KEY (RunId, AgencyId),
    CONSTRAINT FK_StatementParcel_Run FOREIGN KEY (RunId) REFERENCES StatementRun (RunId)
) STRICT;

CREATE INDEX IX_StatementParcel_Unsent ON StatementParcel (RunId, AgencyId) WHERE SentAt IS NULL;
