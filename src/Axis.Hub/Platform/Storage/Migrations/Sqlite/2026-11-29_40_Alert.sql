-- What somebody has to be told of: one row while it lasts, counted up each time it is met again.

CREATE TABLE Alert
(
    AlertId TEXT NOT NULL,
    AlertKey TEXT NOT NULL,
    Kind TEXT NOT NULL,
    AdapterCode TEXT NOT NULL,
    AgencyId TEXT NULL,
    SubmissionId TEXT NULL,
    Finding TEXT NOT NULL,
    OpenedAt TEXT NOT NULL,
    LastSeenAt TEXT NOT NULL,
    Seen INTEGER NOT NULL,
    ClosedAt TEXT NULL,
    CONSTRAINT PK_Alert PRIMARY KEY (AlertId)
) STRICT;

CREATE UNIQUE INDEX UX_Alert_Open ON Alert (AlertKey) WHERE ClosedAt IS NULL;

CREATE INDEX IX_Alert_LastSeen ON Alert (LastSeenAt);
