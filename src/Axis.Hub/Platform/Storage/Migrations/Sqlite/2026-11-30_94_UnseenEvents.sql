-- Events of deliveries that no run of statements has seen: a few narrow rows that come and go, where a mark in each event rewrote the whole day's history every morning.
CREATE TABLE UnseenDeliveryEvent
(
    EffectiveAt TEXT NOT NULL,
    DeliveryId TEXT NOT NULL,
    Sequence INTEGER NOT NULL,
    CONSTRAINT PK_UnseenDeliveryEvent PRIMARY KEY (EffectiveAt, DeliveryId, Sequence)
) STRICT, WITHOUT ROWID;

INSERT INTO UnseenDeliveryEvent (EffectiveAt, DeliveryId, Sequence)
SELECT EffectiveAt, DeliveryId, Sequence FROM DeliveryEvent WHERE SeenBy IS NULL;

DROP INDEX IX_DeliveryEvent_Unseen;

ALTER TABLE DeliveryEvent DROP COLUMN SeenBy;
