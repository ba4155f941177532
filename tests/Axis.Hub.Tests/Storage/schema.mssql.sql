-- What the SQL Server migrations make, as plain CREATEs: the model that every statement is checked against.

CREATE TABLE dbo.Migration
(
    Name nvarchar(200) NOT NULL,
    Sha256 nvarchar(64) NOT NULL,
    AppliedAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_Migration PRIMARY KEY CLUSTERED (Name)
);
GO
CREATE TABLE dbo.Adapter
(
    Code nvarchar(64) NOT NULL,
    Name nvarchar(200) NOT NULL,
    Status nvarchar(20) NOT NULL,
    Vendor nvarchar(200) NULL,
    Contact nvarchar(400) NULL,
    CertificateSha256 nvarchar(64) NULL,
    CreatedAt datetimeoffset(3) NOT NULL,
    ChangedAt datetimeoffset(3) NOT NULL,
    SuspendedSince datetimeoffset(3) NULL,
    SuspendedBy nvarchar(200) NULL,
    SuspendedReason nvarchar(max) NULL,
    CONSTRAINT PK_Adapter PRIMARY KEY CLUSTERED (Code)
);
GO
CREATE TABLE dbo.Agency
(
    AgencyId uniqueidentifier NOT NULL,
    Code nvarchar(64) NOT NULL,
    Code102 nvarchar(64) NULL,
    NameVi nvarchar(400) NOT NULL,
    NameEn nvarchar(400) NOT NULL,
    Kind nvarchar(40) NOT NULL,
    ParentId uniqueidentifier NULL,
    AdapterCode nvarchar(64) NULL,
    Active bit NOT NULL,
    Pilot bit NOT NULL,
    Source nvarchar(200) NULL,
    Confidence nvarchar(40) NULL,
    ChangedAt datetimeoffset(3) NOT NULL,
    SuspendedSince datetimeoffset(3) NULL,
    SuspendedBy nvarchar(200) NULL,
    SuspendedReason nvarchar(max) NULL,
    OfficeHours nvarchar(200) NULL,
    CONSTRAINT PK_Agency PRIMARY KEY CLUSTERED (AgencyId)
);
GO
CREATE UNIQUE INDEX UX_Agency_Code ON dbo.Agency (Code);
GO
CREATE TABLE dbo.CalendarVersion
(
    Number int NOT NULL,
    Subject nvarchar(400) NOT NULL,
    Days nvarchar(max) NULL,
    Sha256 nvarchar(64) NULL,
    Reason nvarchar(max) NOT NULL,
    Actor nvarchar(200) NOT NULL,
    AppliedAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_CalendarVersion PRIMARY KEY CLUSTERED (Number)
);
GO
CREATE TABLE dbo.AgencyAlias
(
    Alias nvarchar(64) NOT NULL,
    AgencyId uniqueidentifier NOT NULL,
    Form nvarchar(20) NOT NULL,
    ValidFrom datetimeoffset(3) NULL,
    ValidTo datetimeoffset(3) NULL,
    SuccessorCode nvarchar(64) NULL,
    SuccessorFrom datetimeoffset(3) NULL,
    CONSTRAINT PK_AgencyAlias PRIMARY KEY CLUSTERED (Alias, AgencyId)
);
GO
CREATE INDEX IX_AgencyAlias_Agency ON dbo.AgencyAlias (AgencyId);
GO
CREATE TABLE dbo.Delegation
(
    DelegationId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NOT NULL,
    AdapterCode nvarchar(64) NOT NULL,
    Types nvarchar(max) NULL,
    ValidFrom datetimeoffset(3) NOT NULL,
    ValidTo datetimeoffset(3) NULL,
    Reason nvarchar(max) NOT NULL,
    GrantedBy nvarchar(200) NOT NULL,
    GrantedAt datetimeoffset(3) NOT NULL,
    RevokedAt datetimeoffset(3) NULL,
    RevokedBy nvarchar(200) NULL,
    RevokedReason nvarchar(max) NULL,
    CONSTRAINT PK_Delegation PRIMARY KEY CLUSTERED (DelegationId),
    CONSTRAINT FK_Delegation_Agency FOREIGN KEY (AgencyId) REFERENCES dbo.Agency (AgencyId),
    CONSTRAINT FK_Delegation_Adapter FOREIGN KEY (AdapterCode) REFERENCES dbo.Adapter (Code)
);
GO
CREATE INDEX IX_Delegation_Agency ON dbo.Delegation (AgencyId);
GO
CREATE TABLE dbo.Certificate
(
    Sha256 nvarchar(64) NOT NULL,
    AdapterCode nvarchar(64) NULL,
    AgencyId uniqueidentifier NULL,
    Der varbinary(max) NOT NULL,
    Subject nvarchar(400) NOT NULL,
    NotBefore datetimeoffset(3) NOT NULL,
    NotAfter datetimeoffset(3) NOT NULL,
    Withdrawn datetimeoffset(3) NULL,
    CONSTRAINT PK_Certificate PRIMARY KEY CLUSTERED (Sha256)
);
GO
CREATE TABLE dbo.RegistryVersion
(
    Id int NOT NULL,
    Version bigint NOT NULL,
    CONSTRAINT PK_RegistryVersion PRIMARY KEY CLUSTERED (Id)
);
GO
CREATE TABLE dbo.Document
(
    DocumentId uniqueidentifier NOT NULL,
    AdapterCode nvarchar(64) NOT NULL,
    SubmissionId uniqueidentifier NOT NULL,
    Kind nvarchar(20) NOT NULL,
    SenderAgencyId uniqueidentifier NOT NULL,
    SenderCode nvarchar(64) NOT NULL,
    PackageSha256 nvarchar(64) NOT NULL,
    PackageLength bigint NOT NULL,
    Manifest varbinary(max) NOT NULL,
    Seal varbinary(max) NOT NULL,
    CertificateSha256 nvarchar(64) NOT NULL,
    FamilyKey nvarchar(64) NULL,
    DocumentIdText nvarchar(400) NULL,
    CodeNumber nvarchar(100) NULL,
    CodeNotation nvarchar(100) NULL,
    PromulgationDate date NULL,
    TypeName nvarchar(max) NULL,
    Subject nvarchar(max) NULL,
    Priority int NOT NULL,
    SteeringType int NULL,
    BusinessType int NULL,
    DueDate date NULL,
    StatusCode nvarchar(10) NULL,
    Findings nvarchar(max) NOT NULL,
    SealedAt datetimeoffset(3) NOT NULL,
    AcceptedAt datetimeoffset(3) NOT NULL,
    StampedAt datetimeoffset(3) NULL,
    CheckedBy nvarchar(200) NULL,
    CheckedPosition nvarchar(200) NULL,
    CheckedAt datetimeoffset(3) NULL,
    CONSTRAINT PK_Document PRIMARY KEY CLUSTERED (DocumentId)
);
GO
CREATE INDEX IX_Document_SenderText ON dbo.Document (SenderAgencyId, DocumentIdText) WHERE DocumentIdText IS NOT NULL;
GO
CREATE INDEX IX_Document_SenderNumber ON dbo.Document (SenderAgencyId, CodeNumber, CodeNotation, PromulgationDate) WHERE CodeNumber IS NOT NULL;
GO
CREATE INDEX IX_Document_Package ON dbo.Document (PackageSha256);
GO
CREATE INDEX IX_Document_Accepted ON dbo.Document (AcceptedAt DESC, DocumentId DESC);
GO
CREATE TABLE dbo.Submission
(
    AdapterCode nvarchar(64) NOT NULL,
    SubmissionId uniqueidentifier NOT NULL,
    Try int NOT NULL,
    PackageSha256 nvarchar(64) NOT NULL,
    DocumentId uniqueidentifier NOT NULL,
    Receipt varbinary(max) NOT NULL,
    FirstAt datetimeoffset(3) NOT NULL,
    Repeats int NOT NULL,
    ReceiptDue bit NOT NULL,
    CONSTRAINT PK_Submission PRIMARY KEY CLUSTERED (AdapterCode, SubmissionId)
);
GO
CREATE INDEX IX_Submission_Owed ON dbo.Submission (FirstAt) WHERE ReceiptDue = 1;
GO
CREATE TABLE dbo.Refusal
(
    AdapterCode nvarchar(64) NOT NULL,
    SubmissionId uniqueidentifier NOT NULL,
    Try int NOT NULL,
    PackageSha256 nvarchar(64) NOT NULL,
    SenderAgencyId uniqueidentifier NULL,
    Receipt varbinary(max) NOT NULL,
    FirstAt datetimeoffset(3) NOT NULL,
    Copies int NOT NULL,
    ReceiptDue bit NOT NULL,
    CONSTRAINT PK_Refusal PRIMARY KEY CLUSTERED (AdapterCode, SubmissionId, Try, PackageSha256)
);
GO
CREATE INDEX IX_Refusal_Owed ON dbo.Refusal (FirstAt) WHERE ReceiptDue = 1;
GO
CREATE TABLE dbo.Delivery
(
    DeliveryId uniqueidentifier NOT NULL,
    DocumentId uniqueidentifier NOT NULL,
    Kind nvarchar(20) NOT NULL,
    SenderAgencyId uniqueidentifier NOT NULL,
    ReceiverAgencyId uniqueidentifier NOT NULL,
    ReceiverCode nvarchar(64) NOT NULL,
    AdapterCode nvarchar(64) NOT NULL,
    FamilyKey nvarchar(64) NULL,
    Generation int NOT NULL,
    Priority int NOT NULL,
    AcceptedAt datetimeoffset(3) NOT NULL,
    Transport int NOT NULL,
    Business nvarchar(10) NULL,
    VoidAs int NULL,
    Cause nvarchar(max) NULL,
    FailedBy int NULL,
    Attempt int NOT NULL,
    Failures int NOT NULL,
    Phase int NOT NULL,
    NextAttemptAt datetimeoffset(3) NOT NULL,
    ClaimedBy nvarchar(200) NULL,
    ClaimedUntil datetimeoffset(3) NULL,
    PublishedAt datetimeoffset(3) NULL,
    SignAt datetimeoffset(3) NULL,
    EverClaimed bit NOT NULL,
    FirstSpoolId uniqueidentifier NULL,
    Suspended bit NOT NULL,
    QueriedIn bigint NULL,
    TargetDeliveryId uniqueidentifier NULL,
    ArrivedAt datetimeoffset(3) NULL,
    AnsweredAt datetimeoffset(3) NULL,
    ProcessingDue datetimeoffset(3) NULL,
    ArriveDue datetimeoffset(3) NULL,
    AnswerDue datetimeoffset(3) NULL,
    ProcessDue datetimeoffset(3) NULL,
    Since datetimeoffset(3) NOT NULL,
    Version bigint NOT NULL,
    StatesDue bit NOT NULL,
    EventSequence int NOT NULL,
    EventHash nvarchar(64) NULL,
    EventEffectiveAt datetimeoffset(3) NULL,
    RestSince datetimeoffset(3) NULL,
    CountedBy int NULL,
    StartedAt datetimeoffset(3) NULL,
    TypeKey nvarchar(40) NULL,
    SteeringType int NULL,
    Watched bit NOT NULL CONSTRAINT DF_Delivery_Watched DEFAULT 0,
    WatchAt datetimeoffset(3) NULL,
    WatchSaid int NOT NULL CONSTRAINT DF_Delivery_WatchSaid DEFAULT 0,
    CONSTRAINT PK_Delivery PRIMARY KEY CLUSTERED (DeliveryId),
    CONSTRAINT FK_Delivery_Document FOREIGN KEY (DocumentId) REFERENCES dbo.Document (DocumentId)
);
GO
CREATE UNIQUE INDEX UX_Delivery_Receiver ON dbo.Delivery (DocumentId, ReceiverAgencyId);
GO
CREATE UNIQUE INDEX UX_Delivery_Family ON dbo.Delivery (FamilyKey, ReceiverAgencyId, Generation) WHERE FamilyKey IS NOT NULL;
GO
CREATE INDEX IX_Delivery_Waiting ON dbo.Delivery (AdapterCode, Priority DESC, AcceptedAt, DeliveryId) WHERE Phase = 0;
GO
CREATE INDEX IX_Delivery_Claimed ON dbo.Delivery (AdapterCode, ClaimedUntil) WHERE Phase = 1;
GO
CREATE INDEX IX_Delivery_Published ON dbo.Delivery (AdapterCode, PublishedAt) WHERE Phase = 2;
GO
CREATE INDEX IX_Delivery_Held ON dbo.Delivery (AdapterCode, SignAt) WHERE Phase = 3;
GO
CREATE INDEX IX_Delivery_StatesDue ON dbo.Delivery (DeliveryId) WHERE StatesDue = 1;
GO
CREATE INDEX IX_Delivery_Target ON dbo.Delivery (TargetDeliveryId) WHERE TargetDeliveryId IS NOT NULL;
GO
CREATE INDEX IX_Delivery_Rest ON dbo.Delivery (RestSince, DeliveryId) WHERE Kind = N'edoc';
GO
CREATE INDEX IX_Delivery_OpenSender ON dbo.Delivery (SenderAgencyId, RestSince, Since) WHERE Kind = N'edoc';
GO
CREATE INDEX IX_Delivery_OpenReceiver ON dbo.Delivery (ReceiverAgencyId, RestSince, Since) WHERE Kind = N'edoc';
GO
CREATE INDEX IX_Delivery_Counted ON dbo.Delivery (CountedBy, DeliveryId) WHERE CountedBy IS NOT NULL;
GO
CREATE TABLE dbo.DeliveryEvent
(
    DeliveryId uniqueidentifier NOT NULL,
    Sequence int NOT NULL,
    Kind nvarchar(40) NOT NULL,
    TransportFrom int NULL,
    TransportTo int NULL,
    BusinessFrom nvarchar(10) NULL,
    BusinessTo nvarchar(10) NULL,
    Attempt int NOT NULL,
    Source nvarchar(200) NOT NULL,
    Detail nvarchar(max) NULL,
    OccurredAt datetimeoffset(3) NOT NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    EffectiveAt datetimeoffset(3) NOT NULL,
    ProcessingDue datetimeoffset(3) NULL,
    ArriveDue datetimeoffset(3) NULL,
    AnswerDue datetimeoffset(3) NULL,
    ProcessDue datetimeoffset(3) NULL,
    Evidence nvarchar(64) NULL,
    Hash nvarchar(64) NOT NULL,
    CONSTRAINT PK_DeliveryEvent PRIMARY KEY CLUSTERED (DeliveryId, Sequence),
    CONSTRAINT FK_DeliveryEvent_Delivery FOREIGN KEY (DeliveryId) REFERENCES dbo.Delivery (DeliveryId)
);
GO
CREATE TABLE dbo.UnseenDeliveryEvent
(
    EffectiveAt datetimeoffset(3) NOT NULL,
    DeliveryId uniqueidentifier NOT NULL,
    Sequence int NOT NULL,
    CONSTRAINT PK_UnseenDeliveryEvent PRIMARY KEY CLUSTERED (EffectiveAt, DeliveryId, Sequence)
);
GO
CREATE TABLE dbo.DeliveryStatus
(
    DeliveryId uniqueidentifier NOT NULL,
    Code nvarchar(10) NOT NULL,
    Stamp nvarchar(64) NOT NULL,
    FromAgencyId uniqueidentifier NOT NULL,
    DocumentId uniqueidentifier NOT NULL,
    CONSTRAINT PK_DeliveryStatus PRIMARY KEY CLUSTERED (DeliveryId, Code, Stamp, FromAgencyId),
    CONSTRAINT FK_DeliveryStatus_Delivery FOREIGN KEY (DeliveryId) REFERENCES dbo.Delivery (DeliveryId),
    CONSTRAINT FK_DeliveryStatus_Document FOREIGN KEY (DocumentId) REFERENCES dbo.Document (DocumentId)
);
GO
CREATE TABLE dbo.ChangeRequest
(
    CarrierId uniqueidentifier NOT NULL,
    TargetId uniqueidentifier NOT NULL,
    SubmissionId uniqueidentifier NOT NULL,
    Command int NOT NULL,
    Status int NOT NULL,
    Waits bit NOT NULL,
    Reason nvarchar(max) NOT NULL,
    OpenedAt datetimeoffset(3) NOT NULL,
    Since datetimeoffset(3) NOT NULL,
    DeliveredAt datetimeoffset(3) NULL,
    DueAt datetimeoffset(3) NULL,
    Code nvarchar(10) NULL,
    Answer nvarchar(max) NULL,
    CountedBy int NULL,
    WarnAt datetimeoffset(3) NULL,
    Warned bit NOT NULL CONSTRAINT DF_ChangeRequest_Warned DEFAULT 0,
    CONSTRAINT PK_ChangeRequest PRIMARY KEY CLUSTERED (CarrierId, TargetId),
    CONSTRAINT FK_ChangeRequest_Carrier FOREIGN KEY (CarrierId) REFERENCES dbo.Delivery (DeliveryId),
    CONSTRAINT FK_ChangeRequest_Target FOREIGN KEY (TargetId) REFERENCES dbo.Delivery (DeliveryId)
);
GO
CREATE INDEX IX_ChangeRequest_Target ON dbo.ChangeRequest (TargetId);
GO
CREATE INDEX IX_ChangeRequest_Due ON dbo.ChangeRequest (DueAt) WHERE Status = 1;
GO
CREATE INDEX IX_ChangeRequest_Counted ON dbo.ChangeRequest (CountedBy) WHERE CountedBy IS NOT NULL;
GO
CREATE TABLE dbo.CopyMark
(
    DeliveryId uniqueidentifier NOT NULL,
    Mark int NOT NULL,
    AdapterCode nvarchar(64) NOT NULL,
    SubmissionId uniqueidentifier NULL,
    Attempt int NOT NULL,
    Command int NOT NULL,
    Reason nvarchar(max) NOT NULL,
    OpenedAt datetimeoffset(3) NOT NULL,
    SentAt datetimeoffset(3) NULL,
    NextSendAt datetimeoffset(3) NOT NULL,
    Sends int NOT NULL,
    SentToSpoolId uniqueidentifier NULL,
    AnsweredAt datetimeoffset(3) NULL,
    CONSTRAINT PK_CopyMark PRIMARY KEY CLUSTERED (DeliveryId, Mark),
    CONSTRAINT FK_CopyMark_Delivery FOREIGN KEY (DeliveryId) REFERENCES dbo.Delivery (DeliveryId)
);
GO
CREATE INDEX IX_CopyMark_Open ON dbo.CopyMark (NextSendAt) WHERE AnsweredAt IS NULL;
GO
CREATE INDEX IX_Delivery_Watch ON dbo.Delivery (WatchAt) WHERE WatchAt IS NOT NULL;
GO
CREATE INDEX IX_ChangeRequest_Warn ON dbo.ChangeRequest (WarnAt) WHERE WarnAt IS NOT NULL;
GO
CREATE TABLE dbo.ClockRule
(
    ClockRuleId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NULL,
    Clock int NULL,
    Priority int NULL,
    TypeKey nvarchar(40) NULL,
    SteeringType int NULL,
    Watched bit NULL,
    WarnPercent int NOT NULL,
    BreachPercent int NOT NULL,
    SetBy nvarchar(200) NOT NULL,
    Reason nvarchar(max) NOT NULL,
    SetAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_ClockRule PRIMARY KEY CLUSTERED (ClockRuleId)
);
GO
CREATE TABLE dbo.WatchTag
(
    WatchTagId uniqueidentifier NOT NULL,
    DocumentId uniqueidentifier NULL,
    SenderAgencyId uniqueidentifier NULL,
    TypeKey nvarchar(40) NULL,
    SetBy nvarchar(200) NOT NULL,
    Reason nvarchar(max) NOT NULL,
    SetAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_WatchTag PRIMARY KEY CLUSTERED (WatchTagId)
);
GO
CREATE TABLE dbo.WatchVersion
(
    Id int NOT NULL,
    Version bigint NOT NULL,
    CONSTRAINT PK_WatchVersion PRIMARY KEY CLUSTERED (Id)
);
GO
CREATE TABLE dbo.Alert
(
    AlertId uniqueidentifier NOT NULL,
    AlertKey nvarchar(200) NOT NULL,
    Kind nvarchar(40) NOT NULL,
    AdapterCode nvarchar(64) NOT NULL,
    AgencyId uniqueidentifier NULL,
    SubmissionId uniqueidentifier NULL,
    Finding nvarchar(max) NOT NULL,
    OpenedAt datetimeoffset(3) NOT NULL,
    LastSeenAt datetimeoffset(3) NOT NULL,
    Seen int NOT NULL,
    ClosedAt datetimeoffset(3) NULL,
    CaseNumber nvarchar(20) NULL,
    Cause nvarchar(40) NOT NULL CONSTRAINT DF_Alert_Cause DEFAULT N'',
    Severity int NOT NULL CONSTRAINT DF_Alert_Severity DEFAULT 2,
    CounterpartId uniqueidentifier NULL,
    CounterAdapterCode nvarchar(64) NULL,
    DocumentId uniqueidentifier NULL,
    OpenItems int NOT NULL CONSTRAINT DF_Alert_OpenItems DEFAULT 0,
    Version int NOT NULL CONSTRAINT DF_Alert_Version DEFAULT 1,
    ClosedBy nvarchar(200) NULL,
    ClosedReason nvarchar(max) NULL,
    Hushed bit NOT NULL CONSTRAINT DF_Alert_Hushed DEFAULT 0,
    Muted bit NOT NULL CONSTRAINT DF_Alert_Muted DEFAULT 0,
    TellAt datetimeoffset(3) NULL,
    CONSTRAINT PK_Alert PRIMARY KEY CLUSTERED (AlertId)
);
GO
CREATE UNIQUE INDEX UX_Alert_Open ON dbo.Alert (AlertKey) WHERE ClosedAt IS NULL;
GO
CREATE INDEX IX_Alert_LastSeen ON dbo.Alert (LastSeenAt);
GO
CREATE UNIQUE INDEX UX_Alert_Case ON dbo.Alert (CaseNumber) WHERE CaseNumber IS NOT NULL;
GO
CREATE INDEX IX_Alert_Hushed ON dbo.Alert (AlertKey) WHERE Hushed = 1;
GO
CREATE INDEX IX_Alert_Muted ON dbo.Alert (AlertKey) WHERE Muted = 1;
GO
CREATE INDEX IX_Alert_Tell ON dbo.Alert (TellAt) WHERE TellAt IS NOT NULL;
GO
CREATE TABLE dbo.Outage
(
    OutageId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NULL,
    AdapterCode nvarchar(64) NULL,
    FromAt datetimeoffset(3) NOT NULL,
    ToAt datetimeoffset(3) NOT NULL,
    Reason nvarchar(max) NOT NULL,
    AnnouncedBy nvarchar(200) NOT NULL,
    AnnouncedAt datetimeoffset(3) NOT NULL,
    EndedAt datetimeoffset(3) NULL,
    EndedBy nvarchar(200) NULL,
    CONSTRAINT PK_Outage PRIMARY KEY CLUSTERED (OutageId)
);
GO
CREATE INDEX IX_Outage_To ON dbo.Outage (ToAt);
GO
CREATE TABLE dbo.AlertCounter
(
    CaseYear int NOT NULL,
    LastNumber bigint NOT NULL,
    CONSTRAINT PK_AlertCounter PRIMARY KEY CLUSTERED (CaseYear)
);
GO
CREATE TABLE dbo.AlertItem
(
    AlertId uniqueidentifier NOT NULL,
    DeliveryId uniqueidentifier NOT NULL,
    OpenedAt datetimeoffset(3) NOT NULL,
    ClosedAt datetimeoffset(3) NULL,
    CONSTRAINT PK_AlertItem PRIMARY KEY CLUSTERED (AlertId, DeliveryId),
    CONSTRAINT FK_AlertItem_Alert FOREIGN KEY (AlertId) REFERENCES dbo.Alert (AlertId),
    CONSTRAINT FK_AlertItem_Delivery FOREIGN KEY (DeliveryId) REFERENCES dbo.Delivery (DeliveryId)
);
GO
CREATE INDEX IX_AlertItem_Open ON dbo.AlertItem (DeliveryId) WHERE ClosedAt IS NULL;
GO
CREATE TABLE dbo.AlertTold
(
    AlertToldId uniqueidentifier NOT NULL,
    AlertId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NULL,
    AdapterCode nvarchar(64) NULL,
    Channel nvarchar(20) NOT NULL,
    Version int NOT NULL,
    At datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_AlertTold PRIMARY KEY CLUSTERED (AlertToldId),
    CONSTRAINT FK_AlertTold_Alert FOREIGN KEY (AlertId) REFERENCES dbo.Alert (AlertId)
);
GO
CREATE INDEX IX_AlertTold_Alert ON dbo.AlertTold (AlertId, At);
GO
CREATE UNIQUE INDEX UX_AlertTold_Axis ON dbo.AlertTold (AlertId, Version, AdapterCode, AgencyId) WHERE Channel = N'axis';
GO
CREATE TABLE dbo.Content
(
    Sha256 nvarchar(64) NOT NULL,
    Bytes varbinary(max) NOT NULL,
    CreatedAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_Content PRIMARY KEY CLUSTERED (Sha256)
);
GO
CREATE TABLE dbo.ContentAccess
(
    AdapterCode nvarchar(64) NOT NULL,
    Sha256 nvarchar(64) NOT NULL,
    CONSTRAINT PK_ContentAccess PRIMARY KEY CLUSTERED (AdapterCode, Sha256)
);
GO
CREATE TABLE dbo.AdapterLink
(
    AdapterCode nvarchar(64) NOT NULL,
    SpoolId uniqueidentifier NULL,
    HeartbeatAt datetimeoffset(3) NULL,
    ClockSkewMs bigint NULL,
    HeartbeatJson nvarchar(max) NULL,
    QueryNumber bigint NOT NULL,
    QuerySentAt datetimeoffset(3) NULL,
    QueryRepeats int NOT NULL,
    CONSTRAINT PK_AdapterLink PRIMARY KEY CLUSTERED (AdapterCode)
);
GO
CREATE TABLE dbo.Cancel
(
    DeliveryId uniqueidentifier NOT NULL,
    AdapterCode nvarchar(64) NOT NULL,
    Attempt int NOT NULL,
    Purpose nvarchar(40) NOT NULL,
    WaitingDeliveryId uniqueidentifier NULL,
    OpenedAt datetimeoffset(3) NOT NULL,
    SentAt datetimeoffset(3) NULL,
    NextSendAt datetimeoffset(3) NOT NULL,
    Sends int NOT NULL,
    SentToSpoolId uniqueidentifier NULL,
    Answer nvarchar(20) NULL,
    AnsweredAt datetimeoffset(3) NULL,
    CONSTRAINT PK_Cancel PRIMARY KEY CLUSTERED (DeliveryId),
    CONSTRAINT FK_Cancel_Delivery FOREIGN KEY (DeliveryId) REFERENCES dbo.Delivery (DeliveryId)
);
GO
CREATE INDEX IX_Cancel_Open ON dbo.Cancel (NextSendAt) WHERE Answer IS NULL;
GO
CREATE INDEX IX_Cancel_OtherSpool ON dbo.Cancel (OpenedAt) WHERE Answer = N'other-spool';
GO
CREATE INDEX IX_Cancel_Waiting ON dbo.Cancel (WaitingDeliveryId) WHERE WaitingDeliveryId IS NOT NULL;
GO
CREATE TABLE dbo.Stuck
(
    StuckId uniqueidentifier NOT NULL,
    Kind nvarchar(40) NOT NULL,
    Queue nvarchar(200) NOT NULL,
    AdapterCode nvarchar(64) NULL,
    DeliveryId uniqueidentifier NULL,
    Attempt int NULL,
    Body varbinary(max) NOT NULL,
    Headers nvarchar(max) NOT NULL,
    Reason nvarchar(max) NOT NULL,
    RecordedAt datetimeoffset(3) NOT NULL,
    Status nvarchar(20) NOT NULL,
    ClosedBy nvarchar(200) NULL,
    ClosedReason nvarchar(max) NULL,
    ClosedAt datetimeoffset(3) NULL,
    CONSTRAINT PK_Stuck PRIMARY KEY CLUSTERED (StuckId)
);
GO
CREATE INDEX IX_Stuck_Status ON dbo.Stuck (Status, RecordedAt);
GO
CREATE INDEX IX_Stuck_Delivery ON dbo.Stuck (DeliveryId) WHERE DeliveryId IS NOT NULL;
GO
CREATE TABLE dbo.Audit
(
    AuditId uniqueidentifier NOT NULL,
    Actor nvarchar(200) NOT NULL,
    Action nvarchar(100) NOT NULL,
    Subject nvarchar(400) NOT NULL,
    Detail nvarchar(max) NOT NULL,
    At datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_Audit PRIMARY KEY CLUSTERED (AuditId)
);
GO
CREATE INDEX IX_Audit_At ON dbo.Audit (At);
GO
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
    SuccessorId uniqueidentifier NULL,
    SuccessorFrom datetimeoffset(3) NULL,
    CONSTRAINT PK_AgencyEvent PRIMARY KEY CLUSTERED (EventId)
);
GO
CREATE INDEX IX_AgencyEvent_Agency ON dbo.AgencyEvent (AgencyId, RecordedAt);
GO
CREATE INDEX IX_AgencyEvent_Unseen ON dbo.AgencyEvent (RecordedAt) WHERE SeenBy IS NULL;
GO
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
GO
CREATE UNIQUE INDEX UX_StatementRun_Open ON dbo.StatementRun (OpenSlot) WHERE OpenSlot IS NOT NULL;
GO
CREATE INDEX IX_StatementRun_Through ON dbo.StatementRun (Through) WHERE CompletedAt IS NOT NULL;
GO
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
GO
CREATE INDEX IX_Statement_Agency ON dbo.Statement (AgencyId, Day);
GO
CREATE INDEX IX_Statement_Run ON dbo.Statement (RunId, AgencyId);
GO
CREATE TABLE dbo.StatementParcel
(
    RunId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NOT NULL,
    DocumentId uniqueidentifier NULL,
    SentAt datetimeoffset(3) NULL,
    CONSTRAINT PK_StatementParcel PRIMARY KEY CLUSTERED (RunId, AgencyId),
    CONSTRAINT FK_StatementParcel_Run FOREIGN KEY (RunId) REFERENCES dbo.StatementRun (RunId)
);
GO
CREATE INDEX IX_StatementParcel_Unsent ON dbo.StatementParcel (RunId, AgencyId) WHERE SentAt IS NULL;
GO
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
GO
CREATE UNIQUE INDEX UX_RefusalCase_Key ON dbo.RefusalCase (AgencyId, PackageSha256, ReceiverCode);
GO
CREATE INDEX IX_RefusalCase_Family ON dbo.RefusalCase (AgencyId, FamilyKey) WHERE FamilyKey IS NOT NULL;
GO
CREATE INDEX IX_RefusalCase_Rest ON dbo.RefusalCase (RestSince, CaseId);
GO
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
GO
CREATE INDEX IX_RefusalEvent_Unseen ON dbo.RefusalEvent (EffectiveAt) WHERE SeenBy IS NULL;
GO
CREATE TABLE dbo.StatementLateEvent
(
    RunId uniqueidentifier NOT NULL,
    EventKey nvarchar(100) NOT NULL,
    AgencyId uniqueidentifier NOT NULL,
    CounterpartId uniqueidentifier NULL,
    Kind nvarchar(40) NOT NULL,
    EffectiveAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_StatementLateEvent PRIMARY KEY CLUSTERED (RunId, EventKey),
    CONSTRAINT FK_StatementLateEvent_Run FOREIGN KEY (RunId) REFERENCES dbo.StatementRun (RunId)
);
GO
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
GO
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
GO
CREATE UNIQUE INDEX UX_Mail_Key ON dbo.Mail (MailKey);
GO
CREATE INDEX IX_Mail_Due ON dbo.Mail (NextTryAt) WHERE NextTryAt IS NOT NULL;
GO
CREATE INDEX IX_Mail_Body ON dbo.Mail (SentAt) WHERE PlainText IS NOT NULL;
GO
CREATE INDEX IX_Mail_GivenUp ON dbo.Mail (GivenUpAt) WHERE GivenUpAt IS NOT NULL;
GO
CREATE INDEX IX_Mail_Created ON dbo.Mail (CreatedAt);
GO
CREATE INDEX IX_Mail_About ON dbo.Mail (AboutId);
GO
CREATE TABLE dbo.MailDigest
(
    AudienceId uniqueidentifier NOT NULL,
    Number int NOT NULL,
    LastId uniqueidentifier NOT NULL,
    HeldSince datetimeoffset(3) NOT NULL,
    HeldUntil datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_MailDigest PRIMARY KEY CLUSTERED (AudienceId)
);
GO
CREATE TABLE dbo.MailedRun
(
    RunId uniqueidentifier NOT NULL,
    MailedAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_MailedRun PRIMARY KEY CLUSTERED (RunId),
    CONSTRAINT FK_MailedRun_Run FOREIGN KEY (RunId) REFERENCES dbo.StatementRun (RunId)
);
GO
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
GO
CREATE UNIQUE INDEX UX_Reconciliation_Books ON dbo.Reconciliation (AdapterCode, Day, Sha256);
GO
CREATE INDEX IX_Reconciliation_AsOf ON dbo.Reconciliation (AdapterCode, AsOf);
GO
CREATE INDEX IX_Reconciliation_Posted ON dbo.Reconciliation (PostedAt);
GO
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
    AtHub nvarchar(400) NOT NULL CONSTRAINT DF_BookDifference_AtHub DEFAULT N'',
    AtAdapter nvarchar(400) NOT NULL CONSTRAINT DF_BookDifference_AtAdapter DEFAULT N'',
    ClosedBy nvarchar(200) NULL,
    CONSTRAINT PK_BookDifference PRIMARY KEY CLUSTERED (DifferenceId)
);
GO
CREATE UNIQUE INDEX UX_BookDifference_Key ON dbo.BookDifference (AdapterCode, Side, SubjectId, Code);
GO
CREATE INDEX IX_BookDifference_Open ON dbo.BookDifference (AdapterCode) WHERE RestSince IS NULL;
GO
CREATE INDEX IX_BookDifference_Rest ON dbo.BookDifference (RestSince, DifferenceId);
GO
CREATE INDEX IX_BookDifference_Subject ON dbo.BookDifference (SubjectId);
GO
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
    Reason nvarchar(max) NULL,
    CONSTRAINT PK_BookDifferenceEvent PRIMARY KEY CLUSTERED (DifferenceId, Sequence),
    CONSTRAINT FK_BookDifferenceEvent_Difference FOREIGN KEY (DifferenceId) REFERENCES dbo.BookDifference (DifferenceId)
);
GO
CREATE INDEX IX_BookDifferenceEvent_Unseen ON dbo.BookDifferenceEvent (EffectiveAt) WHERE SeenBy IS NULL;
