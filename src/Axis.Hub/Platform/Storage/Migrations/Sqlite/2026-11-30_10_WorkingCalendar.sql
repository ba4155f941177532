-- The versions of the working calendar, the office hours of agencies, and by which version open due times were counted.
CREATE TABLE CalendarVersion
(
    Number INTEGER NOT NULL,
    Subject TEXT NOT NULL,
    Days TEXT NULL,
    Sha256 TEXT NULL,
    Reason TEXT NOT NULL,
    Actor TEXT NOT NULL,
    AppliedAt TEXT NOT NULL,
    CONSTRAINT PK_CalendarVersion PRIMARY KEY (Number)
) STRICT;

ALTER TABLE Agency ADD COLUMN OfficeHours TEXT NULL;
ALTER TABLE Delivery ADD COLUMN CountedBy INTEGER NULL;
ALTER TABLE ChangeRequest ADD COLUMN CountedBy INTEGER NULL;

UPDATE Delivery SET CountedBy = 0 WHERE VoidAs IS NULL AND (Transport IN (0, 1) OR (Transport = 2 AND (AnswerDue IS NOT NULL OR ProcessDue IS NOT NULL)));

-- An answer is awaited, in time or not: ChangeStatus.Delivered and Overdue.
UPDATE ChangeRequest SET CountedBy = 0 WHERE Status IN (1, 4);

CREATE INDEX IX_Delivery_Counted ON Delivery (CountedBy, DeliveryId) WHERE CountedBy IS NOT NULL;

CREATE INDEX IX_ChangeRequest_Counted ON ChangeRequest (CountedBy) WHERE CountedBy IS NOT NULL;
