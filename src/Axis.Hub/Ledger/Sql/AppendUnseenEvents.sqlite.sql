WITH j AS MATERIALIZED (SELECT value FROM json_each(@rows))
INSERT INTO UnseenDeliveryEvent (EffectiveAt, DeliveryId, Sequence)
SELECT value ->> 'EffectiveAt', value ->> 'DeliveryId', value ->> 'Sequence'
FROM j;
