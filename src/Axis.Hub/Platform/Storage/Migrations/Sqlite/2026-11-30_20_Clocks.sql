-- When each delivery's clocks next have something to say, and by which rules.

ALTER TABLE Delivery ADD COLUMN StartedAt TEXT NULL;
ALTER TABLE Delivery ADD COLUMN TypeKey TEXT NULL;
ALTER TABLE Delivery ADD COLUMN SteeringType INTEGER NULL;
ALTER TABLE Delivery ADD COLUMN Watched INTEGER NOT NULL DEFAULT 0;
ALTER TABLE Delivery ADD COLUMN WatchAt TEXT NULL;
ALTER TABLE Delivery ADD COLUMN WatchSaid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ChangeRequest ADD COLUMN WarnAt TEXT NULL;
ALTER TABLE ChangeRequest ADD COLUMN Warned INTEGER NOT NULL DEFAULT 0;

UPDATE Delivery SET SteeringType = t.SteeringType, Watched = CASE WHEN t.SteeringType = 2 THEN 1 ELSE 0 END
FROM Document AS t
WHERE t.DocumentId = Delivery.DocumentId AND t.SteeringType IS NOT NULL;

-- Clocks that run are looked at once; what they have to say counts from their due times.
UPDATE Delivery SET WatchAt = AcceptedAt
WHERE VoidAs IS NULL AND (
    (Transport IN (0, 1) AND ArriveDue IS NOT NULL) OR (Transport = 2 AND AnsweredAt IS NULL AND AnswerDue IS NOT NULL) OR (Transport = 2 AND ProcessDue IS NOT NULL));

CREATE INDEX IX_Delivery_Watch ON Delivery (WatchAt) WHERE WatchAt IS NOT NULL;

CREATE INDEX IX_ChangeRequest_Warn ON ChangeRequest (WarnAt) WHERE WarnAt IS NOT NULL;

CREATE TABLE ClockRule
(
    ClockRuleId TEXT NOT NULL,
    AgencyId TEXT NULL,
    Clock INTEGER NULL,
    Priority INTEGER NULL,
    TypeKey TEXT NULL,
    SteeringType INTEGER NULL,
    Watched INTEGER NULL,
    WarnPercent INTEGER NOT NULL,
    BreachPercent INTEGER NOT NULL,
    SetBy TEXT NOT NULL,
    Reason TEXT NOT NULL,
    SetAt TEXT NOT NULL,
    CONSTRAINT PK_ClockRule PRIMARY KEY (ClockRuleId)
) STRICT;

CREATE TABLE WatchTag
(
    WatchTagId TEXT NOT NULL,
    DocumentId TEXT NULL,
    SenderAgencyId TEXT NULL,
    TypeKey TEXT NULL,
    SetBy TEXT NOT NULL,
    Reason TEXT NOT NULL,
    SetAt TEXT NOT NULL,
    CONSTRAINT PK_WatchTag PRIMARY KEY (WatchTagId)
) STRICT;

CREATE TABLE WatchVersion
(
    Id INTEGER NOT NULL,
    Version INTEGER NOT NULL,
    CONSTRAINT PK_WatchVersion PRIMARY KEY (Id)
) STRICT;

INSERT INTO WatchVersion (Id, Version) VALUES (1, 0);
