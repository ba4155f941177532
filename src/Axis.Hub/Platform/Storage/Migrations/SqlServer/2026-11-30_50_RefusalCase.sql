-- What senders have to mend: packages refused as a whole, and receivers turned away from accepted ones, with what became of them.
CREATE TABLE dbo.RefusalCase
(
    CaseId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NOT NULL,
    PackageSha256 nvarchar(64) NOT NULL,
    ReceiverCode nvarchar(200) NOT NULL,
    FamilyKey nvarchar(64) NULL,
    CodeNumber nvarchar(100) NULL,
    CodeNotation nvarchar(100) NULL,
    PromulgationDate date NULL,
    RestSince datetimeoffset(3) NULL,
    EventSequence int NOT NULL,
    EventEffectiveAt datetimeoffset(3) NULL,
    CONSTRAINT PK_RefusalCase PRIMARY KEY CLUSTERED (CaseId)
);

CREATE UNIQUE INDEX UX_RefusalCase_Key ON dbo.RefusalCase (AgencyId, PackageSha256, ReceiverCode);

CREATE INDEX IX_RefusalCase_Family ON dbo.RefusalCase (AgencyId, FamilyKey) WHERE FamilyKey IS NOT NULL;

CREATE INDEX IX_RefusalCase_Rest ON dbo.RefusalCase (RestSince, CaseId);

CREATE TABLE dbo.RefusalEvent
(
    CaseId uniqueidentifier NOT NULL,
    Sequence int NOT NULL,
    Kind nvarchar(40) NOT NULL,
    Copies int NOT NULL,
    Source nvarchar(200) NOT NULL,
    Detail nvarchar(max) NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    EffectiveAt datetimeoffset(3) NOT NULL,
    SeenBy uniqueidentifier NULL,
    CONSTRAINT PK_RefusalEvent PRIMARY KEY CLUSTERED (CaseId, Sequence),
    CONSTRAINT FK_RefusalEvent_Case FOREIGN KEY (CaseId) REFERENCES dbo.RefusalCase (CaseId)
);

CREATE INDEX IX_RefusalEvent_Unseen ON dbo.RefusalEvent (EffectiveAt) WHERE SeenBy IS NULL;
