-- What somebody has to be told of: one row while it lasts, counted up each time it is met again.

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
    CONSTRAINT PK_Alert PRIMARY KEY CLUSTERED (AlertId)
);

CREATE UNIQUE INDEX UX_Alert_Open ON dbo.Alert (AlertKey) WHERE ClosedAt IS NULL;

CREATE INDEX IX_Alert_LastSeen ON dbo.Alert (LastSeenAt);
