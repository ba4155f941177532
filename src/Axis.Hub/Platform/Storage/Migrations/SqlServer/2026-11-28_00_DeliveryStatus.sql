-- The statuses that each delivery has taken. The key decides which of two equal copies is the first; what was accepted before this table is known by
-- state and history only.

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
