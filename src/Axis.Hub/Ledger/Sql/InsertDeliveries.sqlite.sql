WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO Delivery (
    DeliveryId, DocumentId, Kind, SenderAgencyId, ReceiverAgencyId, ReceiverCode, AdapterCode, FamilyKey, Generation, Priority, AcceptedAt, Transport,
    Business, VoidAs, Cause, FailedBy, Attempt, Failures, Phase, NextAttemptAt, ClaimedBy, ClaimedUntil, PublishedAt, SignAt, EverClaimed,
    FirstSpoolId, Suspended, QueriedIn, TargetDeliveryId, ArrivedAt, AnsweredAt, ProcessingDue, ArriveDue, AnswerDue, ProcessDue, Since, Version,
    StatesDue, EventSequence, EventHash, EventEffectiveAt, RestSince, CountedBy,
    StartedAt, TypeKey, SteeringType, Watched, WatchAt, WatchSaid)
SELECT
    value ->> 'DeliveryId', value ->> 'DocumentId', value ->> 'Kind', value ->> 'SenderAgencyId', value ->> 'ReceiverAgencyId', value ->>
    'ReceiverCode', value ->> 'AdapterCode', value ->> 'FamilyKey', value ->> 'Generation', value ->> 'Priority', value ->> 'AcceptedAt', value ->>
    'Transport', value ->> 'Business', value ->> 'VoidAs', value ->> 'Cause', value ->> 'FailedBy', value ->> 'Attempt', value ->> 'Failures', value
    ->> 'Phase', value ->> 'NextAttemptAt', value ->> 'ClaimedBy', value ->> 'ClaimedUntil', value ->> 'PublishedAt', value ->> 'SignAt', value ->>
    'EverClaimed', value ->> 'FirstSpoolId', value ->> 'Suspended', value ->> 'QueriedIn', value ->> 'TargetDeliveryId', value ->> 'ArrivedAt', value
    ->> 'AnsweredAt', value ->> 'ProcessingDue', value ->> 'ArriveDue', value ->> 'AnswerDue', value ->> 'ProcessDue', value ->> 'Since', value ->>
    'Version', value ->> 'StatesDue', value ->> 'EventSequence', value ->> 'EventHash', value ->> 'EventEffectiveAt',
    value ->> 'RestSince',
    value ->> 'CountedBy',
    value ->> 'StartedAt', value ->> 'TypeKey', value ->> 'SteeringType', value ->> 'Watched', value ->> 'WatchAt', value ->> 'WatchSaid'
FROM j;
