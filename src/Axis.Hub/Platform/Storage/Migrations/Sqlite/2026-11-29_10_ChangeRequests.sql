-- Requests about sent deliveries with their answers, and the orders to freeze or destroy a copy that follow from them.

CREATE TABLE ChangeRequest
(
    CarrierId TEXT NOT NULL,
    TargetId TEXT NOT NULL,
    SubmissionId TEXT NOT NULL,
    Command INTEGER NOT NULL,
    Status INTEGER NOT NULL,
    Waits INTEGER NOT NULL,
    Reason TEXT NOT NULL,
    OpenedAt TEXT NOT NULL,
    Since TEXT NOT NULL,
    DeliveredAt TEXT NULL,
    DueAt TEXT NULL,
    Code TEXT NULL,
    Answer TEXT NULL,
    CONSTRAINT PK_ChangeRequest PRIMARY KEY (CarrierId, TargetId),
    CONSTRAINT FK_ChangeRequest_Carrier FOREIGN KEY (CarrierId) REFERENCES Delivery (DeliveryId),
    CONSTRAINT FK_ChangeRequest_Target FOREIGN KEY (TargetId) REFERENCES Delivery (DeliveryId)
) STRICT;

CREATE INDEX IX_ChangeRequest_Target ON ChangeRequest (TargetId);

-- An answer is awaited: ChangeStatus.Delivered.
CREATE INDEX IX_ChangeRequest_Due ON ChangeRequest (DueAt) WHERE Status = 1;

CREATE TABLE CopyMark
(
    DeliveryId TEXT NOT NULL,
    Mark INTEGER NOT NULL,
    AdapterCode TEXT NOT NULL,
    SubmissionId TEXT NULL,
    Attempt INTEGER NOT NULL,
    Command INTEGER NOT NULL,
    Reason TEXT NOT NULL,
    OpenedAt TEXT NOT NULL,
    SentAt TEXT NULL,
    NextSendAt TEXT NOT NULL,
    Sends INTEGER NOT NULL,
    SentToSpoolId TEXT NULL,
    AnsweredAt TEXT NULL,
    CONSTRAINT PK_CopyMark PRIMARY KEY (DeliveryId, Mark),
    CONSTRAINT FK_CopyMark_Delivery FOREIGN KEY (DeliveryId) REFERENCES Delivery (DeliveryId)
) STRICT;

CREATE INDEX IX_CopyMark_Open ON CopyMark (NextSendAt) WHERE AnsweredAt IS NULL;
