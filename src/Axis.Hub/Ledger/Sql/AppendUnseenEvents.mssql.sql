INSERT INTO dbo.UnseenDeliveryEvent (EffectiveAt, DeliveryId, Sequence)
SELECT j.EffectiveAt, j.DeliveryId, j.Sequence
FROM OPENJSON(@rows) WITH (
    EffectiveAt datetimeoffset(3),
    DeliveryId uniqueidentifier,
    Sequence int) AS j;
