-- Adapters' books of a day as they were compared, and what they differ in: opened and settled by events, so that the statement of any day can be computed from them.
CREATE TABLE Reconciliation
(
    AdapterCode TEXT NOT NULL,
    Day TEXT NOT NULL,
    Number INTEGER NOT NULL,
    PostedAt TEXT NOT NULL,
    AsOf TEXT NOT NULL,
    SpoolId TEXT NOT NULL,
    Sha256 TEXT NOT NULL,
    Answer TEXT NOT NULL,
    CONSTRAINT PK_Reconciliation PRIMARY KEY (AdapterCode, Day, Number)
) STRICT;

CREATE UNIQUE INDEX UX_Reconciliation_Books ON Reconciliation (AdapterCode, Day, Sha256);

CREATE INDEX IX_Reconciliation_AsOf ON Reconciliation (AdapterCode, AsOf);

CREATE INDEX IX_Reconciliation_Posted ON Reconciliation (PostedAt);

CREATE TABLE BookDifference
(
    DifferenceId TEXT NOT NULL,
    AdapterCode TEXT NOT NULL,
    AgencyId TEXT NULL,
    Side INTEGER NOT NULL,
    SubjectId TEXT NOT NULL,
    LineId TEXT NOT NULL,
    Code TEXT NOT NULL,
    Document TEXT NULL,
    RestSince TEXT NULL,
    EventSequence INTEGER NOT NULL,
    EventEffectiveAt TEXT NULL,
    CONSTRAINT PK_BookDifference PRIMARY KEY (DifferenceId)
) STRICT;

CREATE UNIQUE INDEX UX_BookDifference_Key ON BookDifference (AdapterCode, Side, SubjectId, Code);

CREATE INDEX IX_BookDifference_Open ON BookDifference (AdapterCode) WHERE RestSince IS NULL;

CREATE INDEX IX_BookDifference_Rest ON BookDifference (RestSince, DifferenceId);

CREATE TABLE BookDifferenceEvent
(
    DifferenceId TEXT NOT NULL,
    Sequence INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    Source TEXT NOT NULL,
    AtHub TEXT NOT NULL,
    AtAdapter TEXT NOT NULL,
    RecordedAt TEXT NOT NULL,
    EffectiveAt TEXT NOT NULL,
    SeenBy TEXT NULL,
    CONSTRAINT PK_BookDifferenceEvent PRIMARY KEY (DifferenceId, Sequence),
    CONSTRAINT FK_BookDifferenceEvent_Difference FOREIGN KEY (DifferenceId) REFERENCES BookDifference (DifferenceId)
) STRICT;

CREATE INDEX IX_BookDifferenceEvent_Unseen ON BookDifferenceEvent (EffectiveAt) WHERE SeenBy IS NULL;
