-- Case numbers, both parties, severity and the deliveries that an alert is about.

ALTER TABLE dbo.Alert ADD CaseNumber nvarchar(20) NULL;
ALTER TABLE dbo.Alert ADD Cause nvarchar(40) NOT NULL CONSTRAINT DF_Alert_Cause DEFAULT N'';
ALTER TABLE dbo.Alert ADD Severity int NOT NULL CONSTRAINT DF_Alert_Severity DEFAULT 2;
ALTER TABLE dbo.Alert ADD CounterpartId uniqueidentifier NULL;
ALTER TABLE dbo.Alert ADD CounterAdapterCode nvarchar(64) NULL;
ALTER TABLE dbo.Alert ADD DocumentId uniqueidentifier NULL;
ALTER TABLE dbo.Alert ADD OpenItems int NOT NULL CONSTRAINT DF_Alert_OpenItems DEFAULT 0;
ALTER TABLE dbo.Alert ADD Version int NOT NULL CONSTRAINT DF_Alert_Version DEFAULT 1;
ALTER TABLE dbo.Alert ADD ClosedBy nvarchar(200) NULL;
ALTER TABLE dbo.Alert ADD ClosedReason nvarchar(max) NULL;

-- Closed by a person while its cause lasts: it does not open again for that.
ALTER TABLE dbo.Alert ADD Hushed bit NOT NULL CONSTRAINT DF_Alert_Hushed DEFAULT 0;
GO
CREATE UNIQUE INDEX UX_Alert_Case ON dbo.Alert (CaseNumber) WHERE CaseNumber IS NOT NULL;

CREATE INDEX IX_Alert_Hushed ON dbo.Alert (AlertKey) WHERE Hushed = 1;

CREATE TABLE dbo.AlertCounter
(
    CaseYear int NOT NULL,
    LastNumber bigint NOT NULL,
    CONSTRAINT PK_AlertCounter PRIMARY KEY CLUSTERED (CaseYear)
);

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

CREATE INDEX IX_AlertItem_Open ON dbo.AlertItem (DeliveryId) WHERE ClosedAt IS NULL;

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

CREATE INDEX IX_AlertTold_Alert ON dbo.AlertTold (AlertId, At);
