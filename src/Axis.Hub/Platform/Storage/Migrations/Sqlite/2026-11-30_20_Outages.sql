-- Planned outages, and alerts that wait for their end.

CREATE TABLE Outage
(
    OutageId TEXT NOT NULL,
    AgencyId TEXT NULL,
    AdapterCode TEXT NULL,
    FromAt TEXT NOT NULL,
    ToAt TEXT NOT NULL,
    Reason TEXT NOT NULL,
    AnnouncedBy TEXT NOT NULL,
    AnnouncedAt TEXT NOT NULL,
    EndedAt TEXT NULL,
    EndedBy TEXT NULL,
    CONSTRAINT PK_Outage PRIMARY KEY (OutageId)
) STRICT;

CREATE INDEX IX_Outage_To ON Outage (ToAt);

ALTER TABLE Alert ADD COLUMN Muted INTEGER NOT NULL DEFAULT 0;

CREATE INDEX IX_Alert_Muted ON Alert (AlertKey) WHERE Muted = 1;
