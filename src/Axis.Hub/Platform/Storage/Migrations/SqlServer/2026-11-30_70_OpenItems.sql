-- What stands in an agency's stocks now.
CREATE INDEX IX_Delivery_OpenSender ON dbo.Delivery (SenderAgencyId, RestSince, Since) WHERE Kind = N'edoc';
CREATE INDEX IX_Delivery_OpenReceiver ON dbo.Delivery (ReceiverAgencyId, RestSince, Since) WHERE Kind = N'edoc';
