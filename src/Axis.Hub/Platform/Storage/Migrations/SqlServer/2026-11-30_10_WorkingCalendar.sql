-- The versions of the working calendar, the office hours of agencies, and by which version open due times were counted.
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

ALTER TABLE dbo.Agency ADD OfficeHours nvarchar(200) NULL;
ALTER TABLE dbo.Delivery ADD CountedBy int NULL;
ALTER TABLE dbo.ChangeRequest ADD CountedBy int NULL;
GO
UPDATE dbo.Delivery SET CountedBy = 0 WHERE VoidAs IS NULL AND (Transport IN (0, 1) OR (Transport = 2 AND (AnswerDue IS NOT NULL OR ProcessDue IS NOT NULL)));

-- An answer is awaited, in time or not: ChangeStatus.Delivered and Overdue.
UPDATE dbo.ChangeRequest SET CountedBy = 0 WHERE Status IN (1, 4);

CREATE INDEX IX_Delivery_Counted ON dbo.Delivery (CountedBy, DeliveryId) WHERE CountedBy IS NOT NULL;

CREATE INDEX IX_ChangeRequest_Counted ON dbo.ChangeRequest (CountedBy) WHERE CountedBy IS NOT NULL;
