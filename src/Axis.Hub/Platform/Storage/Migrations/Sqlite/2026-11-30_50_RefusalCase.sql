-- What senders have to mend: packages refused as a whole, and receivers turned away from accepted ones, with what became of them.
CREATE TABLE RefusalCase
(
    CaseId TEXT NOT NULL,
    AgencyId TEXT NOT NULL,
    PackageSha256 TEXT NOT NULL,
    ReceiverCode TEXT NOT NULL,
    FamilyKey TEXT NULL,
    CodeNumber TEXT NULL,
    CodeNotation TEXT NULL,
    PromulgationDate TEXT NULL,
    RestSince TEXT NULL,
    EventSequence INTEGER NOT NULL,
    EventEffectiveAt TEXT NULL,
    CONSTRAINT PK_RefusalCase PRIMARY KEY (CaseId)
) STRICT;

CREATE UNIQUE INDEX UX_RefusalCase_Key ON RefusalCase (AgencyId, PackageSha256, ReceiverCode);

CREATE INDEX IX_RefusalCase_Family ON RefusalCase (AgencyId, FamilyKey) WHERE FamilyKey IS NOT NULL;

CREATE INDEX IX_RefusalCase_Rest ON RefusalCase (RestSince, CaseId);

CREATE TABLE RefusalEvent
(
    CaseId TEXT NOT NULL,
    Sequence INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    Copies INTEGER NOT NULL,
    Source TEXT NOT NULL,
    Detail TEXT NULL,
    RecordedAt TEXT NOT NULL,
    EffectiveAt TEXT NOT NULL,
    SeenBy TEXT NULL,
    CONSTRAINT PK_RefusalEvent PRIMARY KEY (CaseId, Sequence),
    CONSTRAINT FK_RefusalEvent_Case FOREIGN KEY (CaseId) REFERENCES RefusalCase (CaseId)
) STRICT;

CREATE INDEX IX_RefusalEvent_Unseen ON RefusalEvent (EffectiveAt) WHERE SeenBy IS NULL;
