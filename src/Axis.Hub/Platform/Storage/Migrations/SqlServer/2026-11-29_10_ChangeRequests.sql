-- Requests about sent deliveries with their answers, and the orders to freeze or destroy a copy that follow from them.

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
    CONSTRAINT PK_ChangeRequest PRIMARY KEY CLUSTERED (CarrierId, TargetId),
    CONSTRAINT FK_ChangeRequest_Carrier FOREIGN KEY (CarrierId) REFERENCES dbo.Delivery (DeliveryId),
    CONSTRAINT FK_ChangeRequest_Target FOREIGN KEY (TargetId) REFERENCES dbo.Delivery (DeliveryId)
);

CREATE INDEX IX_ChangeRequest_Target ON dbo.ChangeRequest (TargetId);

-- An answer is awaited: ChangeStatus.Delivered.
CREATE INDEX IX_ChangeRequest_Due ON dbo.ChangeRequest (DueAt) WHERE Status = 1;

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

CREATE INDEX IX_CopyMark_Open ON dbo.CopyMark (NextSendAt) WHERE AnsweredAt IS NULL;
