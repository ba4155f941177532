-- A run reads what is open page by page: in the order of the pages, or each page would sort everything that is open.

DROP INDEX IX_Delivery_Rest ON dbo.Delivery;

CREATE INDEX IX_Delivery_Rest ON dbo.Delivery (RestSince, DeliveryId) WHERE Kind = N'edoc';
