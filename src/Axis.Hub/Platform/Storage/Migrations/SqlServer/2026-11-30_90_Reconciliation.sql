-- Adapters' books of a day as they were compared, and what they differ in: opened and settled by events, so that the statement of any day can be computed from them.
CREATE TABLE dbo.Reconciliation
(
    AdapterCode nvarchar(64) NOT NULL,
    Day date NOT NULL,
    Number int NOT NULL,
    PostedAt datetimeoffset(3) NOT NULL,
    AsOf datetimeoffset(3) NOT NULL,
    SpoolId uniqueidentifier NOT NULL,
    Sha256 nvarchar(64) NOT NULL,
    Answer nvarchar(max) NOT NULL,
    CONSTRAINT PK_Reconciliation PRIMARY KEY CLUSTERED (AdapterCode, Day, Number)
);

CREATE UNIQUE INDEX UX_Reconciliation_Books ON dbo.Reconciliation (AdapterCode, Day, Sha256);

CREATE INDEX IX_Reconciliation_AsOf ON dbo.Reconciliation (AdapterCode, AsOf);

CREATE INDEX IX_Reconciliation_Posted ON dbo.Reconciliation (PostedAt);

CREATE TABLE dbo.BookDifference
(
    DifferenceId uniqueidentifier NOT NULL,
    AdapterCode nvarchar(64) NOT NULL,
    AgencyId uniqueidentifier NULL,
    Side int NOT NULL,
    SubjectId uniqueidentifier NOT NULL,
    LineId uniqueidentifier NOT NULL,
    Code nvarchar(20) NOT NULL,
    Document nvarchar(250) NULL,
    RestSince datetimeoffset(3) NULL,
    EventSequence int NOT NULL,
    EventEffectiveAt datetimeoffset(3) NULL,
    CONSTRAINT PK_BookDifference PRIMARY KEY CLUSTERED (DifferenceId)
);

CREATE UNIQUE INDEX UX_BookDifference_Key ON dbo.BookDifference (AdapterCode, Side, SubjectId, Code);

CREATE INDEX IX_BookDifference_Open ON dbo.BookDifference (AdapterCode) WHERE RestSince IS NULL;

CREATE INDEX IX_BookDifference_Rest ON dbo.BookDifference (RestSince, DifferenceId);

CREATE TABLE dbo.BookDifferenceEvent
(
    DifferenceId uniqueidentifier NOT NULL,
    Sequence int NOT NULL,
    Kind nvarchar(40) NOT NULL,
    Source nvarchar(200) NOT NULL,
    AtHub nvarchar(400) NOT NULL,
    AtAdapter nvarchar(400) NOT NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    EffectiveAt datetimeoffset(3) NOT NULL,
    SeenBy uniqueidentifier NULL,
    CONSTRAINT PK_BookDifferenceEvent PRIMARY KEY CLUSTERED (DifferenceId, Sequence),
    CONSTRAINT FK_BookDifferenceEvent_Difference FOREIGN KEY (DifferenceId) REFERENCES dbo.BookDifference (DifferenceId)
);

CREATE INDEX IX_BookDifferenceEvent_Unseen ON dbo.BookDifferenceEvent (EffectiveAt) WHERE SeenBy IS NULL;
