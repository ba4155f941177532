-- Events of deliveries that no run of statements has seen: a few narrow rows that come and go, where a mark in each event rewrote the whole day's history every morning.
CREATE TABLE dbo.UnseenDeliveryEvent
(
    EffectiveAt datetimeoffset(3) NOT NULL,
    DeliveryId uniqueidentifier NOT NULL,
    Sequence int NOT NULL,
    CONSTRAINT PK_UnseenDeliveryEvent PRIMARY KEY CLUSTERED (EffectiveAt, DeliveryId, Sequence)
);

-- A run takes out thousands at a time; the table as a whole is never locked for it, for every event is written here.
ALTER TABLE dbo.UnseenDeliveryEvent SET (LOCK_ESCALATION = DISABLE);

INSERT INTO dbo.UnseenDeliveryEvent (EffectiveAt, DeliveryId, Sequence)
SELECT EffectiveAt, DeliveryId, Sequence FROM dbo.DeliveryEvent WHERE SeenBy IS NULL;

DROP INDEX IX_DeliveryEvent_Unseen ON dbo.DeliveryEvent;

ALTER TABLE dbo.DeliveryEvent DROP COLUMN SeenBy;
