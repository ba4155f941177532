INSERT INTO DeliveryStatus (DeliveryId, Code, Stamp, FromAgencyId, DocumentId)
SELECT value ->> 'DeliveryId', value ->> 'Code', value ->> 'Stamp', value ->> 'FromAgencyId', value ->> 'DocumentId'
FROM json_each(@rows);
