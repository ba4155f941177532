-- A delivery that arrives or is sent again settles its stuck items.

CREATE INDEX IX_Stuck_Delivery ON Stuck (DeliveryId) WHERE DeliveryId IS NOT NULL;
