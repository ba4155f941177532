-- When a delivery last moved at rest, so that a statement reads what is open or has moved, and not the whole history.
ALTER TABLE Delivery ADD COLUMN RestSince TEXT NULL;

CREATE INDEX IX_Delivery_Rest ON Delivery (RestSince) WHERE Kind = 'edoc';

-- The run of statements that has seen an event.
ALTER TABLE DeliveryEvent ADD COLUMN SeenBy TEXT NULL;

CREATE INDEX IX_DeliveryEvent_Unseen ON DeliveryEvent (EffectiveAt) WHERE SeenBy IS NULL;
