-- Planned outages, and alerts that wait for their end.

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

CREATE INDEX IX_Outage_To ON dbo.Outage (ToAt);

ALTER TABLE dbo.Alert ADD Muted bit NOT NULL CONSTRAINT DF_Alert_Muted DEFAULT 0;
GO
CREATE INDEX IX_Alert_Muted ON dbo.Alert (AlertKey) WHERE Muted = 1;
