-- What stands in an agency's stocks now.
CREATE INDEX IX_Delivery_OpenSender ON Delivery (SenderAgencyId, RestSince, Since) WHERE Kind = 'edoc';

CREATE INDEX IX_Delivery_OpenReceiver ON Delivery (ReceiverAgencyId, RestSince, Since) WHERE Kind = 'edoc';
