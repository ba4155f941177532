-- Case numbers, both parties, severity and the deliveries that an alert is about.

ALTER TABLE Alert ADD COLUMN CaseNumber TEXT NULL;
ALTER TABLE Alert ADD COLUMN Cause TEXT NOT NULL DEFAULT '';
ALTER TABLE Alert ADD COLUMN Severity INTEGER NOT NULL DEFAULT 2;
ALTER TABLE Alert ADD COLUMN CounterpartId TEXT NULL;
ALTER TABLE Alert ADD COLUMN CounterAdapterCode TEXT NULL;
ALTER TABLE Alert ADD COLUMN DocumentId TEXT NULL;
ALTER TABLE Alert ADD COLUMN OpenItems INTEGER NOT NULL DEFAULT 0;
ALTER TABLE Alert ADD COLUMN Version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE Alert ADD COLUMN ClosedBy TEXT NULL;
ALTER TABLE Alert ADD COLUMN ClosedReason TEXT NULL;

-- Closed by a person while its cause lasts: it does not open again for that.
ALTER TABLE Alert ADD COLUMN Hushed INTEGER NOT NULL DEFAULT 0;

CREATE UNIQUE INDEX UX_Alert_Case ON Alert (CaseNumber) WHERE CaseNumber IS NOT NULL;

CREATE INDEX IX_Alert_Hushed ON Alert (AlertKey) WHERE Hushed = 1;

CREATE TABLE AlertCounter
(
    CaseYear INTEGER NOT NULL,
    LastNumber INTEGER NOT NULL,
    CONSTRAINT PK_AlertCounter PRIMARY KEY (CaseYear)
) STRICT;

CREATE TABLE AlertItem
(
    AlertId TEXT NOT NULL,
    DeliveryId TEXT NOT NULL,
    OpenedAt TEXT NOT NULL,
    ClosedAt TEXT NULL,
    CONSTRAINT PK_AlertItem PRIMARY KEY (AlertId, DeliveryId),
    CONSTRAINT FK_AlertItem_Alert FOREIGN KEY (AlertId) REFERENCES Alert (AlertId),
    CONSTRAINT FK_AlertItem_Delivery FOREIGN KEY (DeliveryId) REFERENCES Delivery (DeliveryId)
) STRICT;

CREATE INDEX IX_AlertItem_Open ON AlertItem (DeliveryId) WHERE ClosedAt IS NULL;

CREATE TABLE AlertTold
(
    AlertToldId TEXT NOT NULL,
    AlertId TEXT NOT NULL,
    AgencyId TEXT NULL,
    AdapterCode TEXT NULL,
    Channel TEXT NOT NULL,
    Version INTEGER NOT NULL,
    At TEXT NOT NULL,
    CONSTRAINT PK_AlertTold PRIMARY KEY (AlertToldId),
    CONSTRAINT FK_AlertTold_Alert FOREIGN KEY (AlertId) REFERENCES Alert (AlertId)
) STRICT;

CREATE INDEX IX_AlertTold_Alert ON AlertTold (AlertId, At);
