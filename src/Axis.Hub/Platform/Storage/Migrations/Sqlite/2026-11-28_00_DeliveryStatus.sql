-- The statuses that each delivery has taken. The key decides which of two equal copies is the first; what was accepted before this table is known by
-- state and history only.

CREATE TABLE DeliveryStatus
(
    DeliveryId TEXT NOT NULL,
    Code TEXT NOT NULL,
    Stamp TEXT NOT NULL,
    FromAgencyId TEXT NOT NULL,
    DocumentId TEXT NOT NULL,
    CONSTRAINT PK_DeliveryStatus PRIMARY KEY (DeliveryId, Code, Stamp, FromAgencyId),
    CONSTRAINT FK_DeliveryStatus_Delivery FOREIGN KEY (DeliveryId) REFERENCES Delivery (DeliveryId),
    CONSTRAINT FK_DeliveryStatus_Document FOREIGN KEY (DocumentId) REFERENCES Document (DocumentId)
) STRICT;
