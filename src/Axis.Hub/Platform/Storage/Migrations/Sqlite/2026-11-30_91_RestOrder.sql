-- A run reads what is open page by page: in the order of the pages, or each page would sort everything that is open.

DROP INDEX IX_Delivery_Rest;

CREATE INDEX IX_Delivery_Rest ON Delivery (RestSince, DeliveryId) WHERE Kind = 'edoc';
