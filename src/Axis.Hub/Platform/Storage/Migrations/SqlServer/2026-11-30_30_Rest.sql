-- When a delivery last moved at rest, so that a statement reads what is open or has moved, and not the whole history; the run of statements that has seen an event.
ALTER TABLE dbo.Delivery ADD RestSince datetimeoffset(3) NULL;
ALTER TABLE dbo.DeliveryEvent ADD SeenBy uniqueidentifier NULL;
GO
CREATE INDEX IX_Delivery_Rest ON dbo.Delivery (RestSince) WHERE Kind = N'edoc';
CREATE INDEX IX_DeliveryEvent_Unseen ON dbo.DeliveryEvent (EffectiveAt) WHERE SeenBy IS NULL;
