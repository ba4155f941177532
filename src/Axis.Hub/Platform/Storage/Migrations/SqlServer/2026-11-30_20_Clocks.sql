-- When each delivery's clocks next have something to say, and by which rules.

ALTER TABLE dbo.Delivery ADD StartedAt datetimeoffset(3) NULL;
ALTER TABLE dbo.Delivery ADD TypeKey nvarchar(40) NULL;
ALTER TABLE dbo.Delivery ADD SteeringType int NULL;
ALTER TABLE dbo.Delivery ADD Watched bit NOT NULL CONSTRAINT DF_Delivery_Watched DEFAULT 0;
ALTER TABLE dbo.Delivery ADD WatchAt datetimeoffset(3) NULL;
ALTER TABLE dbo.Delivery ADD WatchSaid int NOT NULL CONSTRAINT DF_Delivery_WatchSaid DEFAULT 0;
ALTER TABLE dbo.ChangeRequest ADD WarnAt datetimeoffset(3) NULL;
ALTER TABLE dbo.ChangeRequest ADD Warned bit NOT NULL CONSTRAINT DF_ChangeRequest_Warned DEFAULT 0;
GO
UPDATE d SET SteeringType = t.SteeringType, Watched = CASE WHEN t.SteeringType = 2 THEN 1 ELSE 0 END
FROM dbo.Delivery AS d
INNER JOIN dbo.Document AS t ON t.DocumentId = d.DocumentId
WHERE t.SteeringType IS NOT NULL;

-- Clocks that run are looked at once; what they have to say counts from their due times.
UPDATE dbo.Delivery SET WatchAt = AcceptedAt
WHERE VoidAs IS NULL AND (
    (Transport IN (0, 1) AND ArriveDue IS NOT NULL) OR (Transport = 2 AND AnsweredAt IS NULL AND AnswerDue IS NOT NULL) OR (Transport = 2 AND ProcessDue IS NOT NULL));

CREATE INDEX IX_Delivery_Watch ON dbo.Delivery (WatchAt) WHERE WatchAt IS NOT NULL;

CREATE INDEX IX_ChangeRequest_Warn ON dbo.ChangeRequest (WarnAt) WHERE WarnAt IS NOT NULL;

CREATE TABLE dbo.ClockRule
(
    ClockRuleId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NULL,
    Clock int NULL,
    Priority int NULL,
    TypeKey nvarchar(40) NULL,
    SteeringType int NULL,
    Watched bit NULL,
    WarnPercent int NOT NULL,
    BreachPercent int NOT NULL,
    SetBy nvarchar(200) NOT NULL,
    Reason nvarchar(max) NOT NULL,
    SetAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_ClockRule PRIMARY KEY CLUSTERED (ClockRuleId)
);

CREATE TABLE dbo.WatchTag
(
    WatchTagId uniqueidentifier NOT NULL,
    DocumentId uniqueidentifier NULL,
    SenderAgencyId uniqueidentifier NULL,
    TypeKey nvarchar(40) NULL,
    SetBy nvarchar(200) NOT NULL,
    Reason nvarchar(max) NOT NULL,
    SetAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_WatchTag PRIMARY KEY CLUSTERED (WatchTagId)
);

CREATE TABLE dbo.WatchVersion
(
    Id int NOT NULL,
    Version bigint NOT NULL,
    CONSTRAINT PK_WatchVersion PRIMARY KEY CLUSTERED (Id)
);

INSERT INTO dbo.WatchVersion (Id, Version) VALUES (1, 0);
