-- The ledger and the registry of agencies. Times are UTC; what each column means stands at the row records of the code.

CREATE TABLE Adapter
(
    Code TEXT NOT NULL,
    Name TEXT NOT NULL,
    Status TEXT NOT NULL,
    Vendor TEXT NULL,
    Contact TEXT NULL,
    CertificateSha256 TEXT NULL,
    CreatedAt TEXT NOT NULL,
    ChangedAt TEXT NOT NULL,
    CONSTRAINT PK_Adapter PRIMARY KEY (Code)
) STRICT;

CREATE TABLE Agency
(
    AgencyId TEXT NOT NULL,
    Code TEXT NOT NULL,
    Code102 TEXT NULL,
    NameVi TEXT NOT NULL,
    NameEn TEXT NOT NULL,
    Kind TEXT NOT NULL,
    ParentId TEXT NULL,
    AdapterCode TEXT NULL,
    Active INTEGER NOT NULL,
    Pilot INTEGER NOT NULL,
    Source TEXT NULL,
    Confidence TEXT NULL,
    ChangedAt TEXT NOT NULL,
    CONSTRAINT PK_Agency PRIMARY KEY (AgencyId)
) STRICT;

CREATE UNIQUE INDEX UX_Agency_Code ON Agency (Code);

CREATE TABLE AgencyAlias
(
    Alias TEXT NOT NULL,
    AgencyId TEXT NOT NULL,
    Form TEXT NOT NULL,
    ValidFrom TEXT NULL,
    ValidTo TEXT NULL,
    CONSTRAINT PK_AgencyAlias PRIMARY KEY (Alias, AgencyId)
) STRICT;

CREATE INDEX IX_AgencyAlias_Agency ON AgencyAlias (AgencyId);

CREATE TABLE Certificate
(
    Sha256 TEXT NOT NULL,
    AdapterCode TEXT NULL,
    AgencyId TEXT NULL,
    Der BLOB NOT NULL,
    Subject TEXT NOT NULL,
    NotBefore TEXT NOT NULL,
    NotAfter TEXT NOT NULL,
    Withdrawn TEXT NULL,
    CONSTRAINT PK_Certificate PRIMARY KEY (Sha256)
) STRICT;

CREATE TABLE RegistryVersion
(
    Id INTEGER NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT PK_RegistryVersion PRIMARY KEY (Id)
) STRICT;

CREATE TABLE Document
(
    DocumentId TEXT NOT NULL,
    AdapterCode TEXT NOT NULL,
    SubmissionId TEXT NOT NULL,
    Kind TEXT NOT NULL,
    SenderAgencyId TEXT NOT NULL,
    SenderCode TEXT NOT NULL,
    PackageSha256 TEXT NOT NULL,
    PackageLength INTEGER NOT NULL,
    Manifest BLOB NOT NULL,
    Seal BLOB NOT NULL,
    CertificateSha256 TEXT NOT NULL,
    FamilyKey TEXT NULL,
    DocumentIdText TEXT NULL,
    CodeNumber TEXT NULL,
    CodeNotation TEXT NULL,
    PromulgationDate TEXT NULL,
    TypeName TEXT NULL,
    Subject TEXT NULL,
    Priority INTEGER NOT NULL,
    SteeringType INTEGER NULL,
    BusinessType INTEGER NULL,
    DueDate TEXT NULL,
    StatusCode TEXT NULL,
    Findings TEXT NOT NULL,
    SealedAt TEXT NOT NULL,
    AcceptedAt TEXT NOT NULL,
    CONSTRAINT PK_Document PRIMARY KEY (DocumentId)
) STRICT;

CREATE INDEX IX_Document_SenderText ON Document (SenderAgencyId, DocumentIdText) WHERE DocumentIdText IS NOT NULL;

CREATE INDEX IX_Document_SenderNumber ON Document (SenderAgencyId, CodeNumber, CodeNotation, PromulgationDate) WHERE CodeNumber IS NOT NULL;

CREATE INDEX IX_Document_Package ON Document (PackageSha256);

CREATE TABLE Submission
(
    AdapterCode TEXT NOT NULL,
    SubmissionId TEXT NOT NULL,
    Try INTEGER NOT NULL,
    PackageSha256 TEXT NOT NULL,
    DocumentId TEXT NOT NULL,
    Receipt BLOB NOT NULL,
    FirstAt TEXT NOT NULL,
    Repeats INTEGER NOT NULL,
    ReceiptDue INTEGER NOT NULL,
    CONSTRAINT PK_Submission PRIMARY KEY (AdapterCode, SubmissionId)
) STRICT;

CREATE INDEX IX_Submission_Owed ON Submission (FirstAt) WHERE ReceiptDue = 1;

CREATE TABLE Refusal
(
    AdapterCode TEXT NOT NULL,
    SubmissionId TEXT NOT NULL,
    Try INTEGER NOT NULL,
    PackageSha256 TEXT NOT NULL,
    SenderAgencyId TEXT NULL,
    Receipt BLOB NOT NULL,
    FirstAt TEXT NOT NULL,
    Copies INTEGER NOT NULL,
    ReceiptDue INTEGER NOT NULL,
    CONSTRAINT PK_Refusal PRIMARY KEY (AdapterCode, SubmissionId, Try, PackageSha256)
) STRICT;

CREATE INDEX IX_Refusal_Owed ON Refusal (FirstAt) WHERE ReceiptDue = 1;

CREATE TABLE Delivery
(
    DeliveryId TEXT NOT NULL,
    DocumentId TEXT NOT NULL,
    Kind TEXT NOT NULL,
    SenderAgencyId TEXT NOT NULL,
    ReceiverAgencyId TEXT NOT NULL,
    ReceiverCode TEXT NOT NULL,
    AdapterCode TEXT NOT NULL,
    FamilyKey TEXT NULL,
    Generation INTEGER NOT NULL,
    Priority INTEGER NOT NULL,
    AcceptedAt TEXT NOT NULL,
    Transport INTEGER NOT NULL,
    Business TEXT NULL,
    VoidAs INTEGER NULL,
    Cause TEXT NULL,
    FailedBy INTEGER NULL,
    Attempt INTEGER NOT NULL,
    Failures INTEGER NOT NULL,
    Phase INTEGER NOT NULL,
    NextAttemptAt TEXT NOT NULL,
    ClaimedBy TEXT NULL,
    ClaimedUntil TEXT NULL,
    PublishedAt TEXT NULL,
    SignAt TEXT NULL,
    EverClaimed INTEGER NOT NULL,
    FirstSpoolId TEXT NULL,
    Suspended INTEGER NOT NULL,
    QueriedIn INTEGER NULL,
    TargetDeliveryId TEXT NULL,
    ArrivedAt TEXT NULL,
    AnsweredAt TEXT NULL,
    ProcessingDue TEXT NULL,
    ArriveDue TEXT NULL,
    AnswerDue TEXT NULL,
    ProcessDue TEXT NULL,
    Since TEXT NOT NULL,
    Version INTEGER NOT NULL,
    StatesDue INTEGER NOT NULL,
    EventSequence INTEGER NOT NULL,
    EventHash TEXT NULL,
    EventEffectiveAt TEXT NULL,
    CONSTRAINT PK_Delivery PRIMARY KEY (DeliveryId),
    CONSTRAINT FK_Delivery_Document FOREIGN KEY (DocumentId) REFERENCES Document (DocumentId)
) STRICT;

CREATE UNIQUE INDEX UX_Delivery_Receiver ON Delivery (DocumentId, ReceiverAgencyId);

CREATE UNIQUE INDEX UX_Delivery_Family ON Delivery (FamilyKey, ReceiverAgencyId, Generation) WHERE FamilyKey IS NOT NULL;

CREATE INDEX IX_Delivery_Waiting ON Delivery (AdapterCode, Priority DESC, AcceptedAt, DeliveryId) WHERE Phase = 0;

CREATE INDEX IX_Delivery_Claimed ON Delivery (AdapterCode, ClaimedUntil) WHERE Phase = 1;

CREATE INDEX IX_Delivery_Published ON Delivery (AdapterCode, PublishedAt) WHERE Phase = 2;

CREATE INDEX IX_Delivery_Held ON Delivery (AdapterCode, SignAt) WHERE Phase = 3;

CREATE INDEX IX_Delivery_StatesDue ON Delivery (DeliveryId) WHERE StatesDue = 1;

CREATE INDEX IX_Delivery_Target ON Delivery (TargetDeliveryId) WHERE TargetDeliveryId IS NOT NULL;

CREATE TABLE DeliveryEvent
(
    DeliveryId TEXT NOT NULL,
    Sequence INTEGER NOT NULL,
    Kind TEXT NOT NULL,
    TransportFrom INTEGER NULL,
    TransportTo INTEGER NULL,
    BusinessFrom TEXT NULL,
    BusinessTo TEXT NULL,
    Attempt INTEGER NOT NULL,
    Source TEXT NOT NULL,
    Detail TEXT NULL,
    OccurredAt TEXT NOT NULL,
    RecordedAt TEXT NOT NULL,
    EffectiveAt TEXT NOT NULL,
    ProcessingDue TEXT NULL,
    ArriveDue TEXT NULL,
    AnswerDue TEXT NULL,
    ProcessDue TEXT NULL,
    Evidence TEXT NULL,
    Hash TEXT NOT NULL,
    CONSTRAINT PK_DeliveryEvent PRIMARY KEY (DeliveryId, Sequence),
    CONSTRAINT FK_DeliveryEvent_Delivery FOREIGN KEY (DeliveryId) REFERENCES Delivery (DeliveryId)
) STRICT;

CREATE TABLE Content
(
    Sha256 TEXT NOT NULL,
    Bytes BLOB NOT NULL,
    CreatedAt TEXT NOT NULL,
    CONSTRAINT PK_Content PRIMARY KEY (Sha256)
) STRICT;

CREATE TABLE ContentAccess
(
    AdapterCode TEXT NOT NULL,
    Sha256 TEXT NOT NULL,
    CONSTRAINT PK_ContentAccess PRIMARY KEY (AdapterCode, Sha256)
) STRICT;

CREATE TABLE AdapterLink
(
    AdapterCode TEXT NOT NULL,
    SpoolId TEXT NULL,
    HeartbeatAt TEXT NULL,
    ClockSkewMs INTEGER NULL,
    HeartbeatJson TEXT NULL,
    QueryNumber INTEGER NOT NULL,
    QuerySentAt TEXT NULL,
    QueryRepeats INTEGER NOT NULL,
    CONSTRAINT PK_AdapterLink PRIMARY KEY (AdapterCode)
) STRICT;

CREATE TABLE Cancel
(
    DeliveryId TEXT NOT NULL,
    AdapterCode TEXT NOT NULL,
    Attempt INTEGER NOT NULL,
    Purpose TEXT NOT NULL,
    WaitingDeliveryId TEXT NULL,
    OpenedAt TEXT NOT NULL,
    SentAt TEXT NULL,
    NextSendAt TEXT NOT NULL,
    Sends INTEGER NOT NULL,
    SentToSpoolId TEXT NULL,
    Answer TEXT NULL,
    AnsweredAt TEXT NULL,
    CONSTRAINT PK_Cancel PRIMARY KEY (DeliveryId),
    CONSTRAINT FK_Cancel_Delivery FOREIGN KEY (DeliveryId) REFERENCES Delivery (DeliveryId)
) STRICT;

CREATE INDEX IX_Cancel_Open ON Cancel (NextSendAt) WHERE Answer IS NULL;

CREATE INDEX IX_Cancel_Waiting ON Cancel (WaitingDeliveryId) WHERE WaitingDeliveryId IS NOT NULL;

CREATE TABLE Stuck
(
    StuckId TEXT NOT NULL,
    Kind TEXT NOT NULL,
    Queue TEXT NOT NULL,
    AdapterCode TEXT NULL,
    DeliveryId TEXT NULL,
    Attempt INTEGER NULL,
    Body BLOB NOT NULL,
    Headers TEXT NOT NULL,
    Reason TEXT NOT NULL,
    RecordedAt TEXT NOT NULL,
    Status TEXT NOT NULL,
    ClosedBy TEXT NULL,
    ClosedReason TEXT NULL,
    ClosedAt TEXT NULL,
    CONSTRAINT PK_Stuck PRIMARY KEY (StuckId)
) STRICT;

CREATE INDEX IX_Stuck_Status ON Stuck (Status, RecordedAt);

CREATE TABLE Audit
(
    AuditId TEXT NOT NULL,
    Actor TEXT NOT NULL,
    Action TEXT NOT NULL,
    Subject TEXT NOT NULL,
    Detail TEXT NOT NULL,
    At TEXT NOT NULL,
    CONSTRAINT PK_Audit PRIMARY KEY (AuditId)
) STRICT;

CREATE INDEX IX_Audit_At ON Audit (At);

INSERT INTO RegistryVersion (Id, Version) VALUES (1, 1);
