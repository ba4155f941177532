INSERT INTO dbo.DeliveryStatus (DeliveryId, Code, Stamp, FromAgencyId, DocumentId)
SELECT j.DeliveryId, j.Code, j.Stamp, j.FromAgencyId, j.DocumentId
FROM OPENJSON(@rows) WITH (
    DeliveryId uniqueidentifier,
    Code nvarchar(10),
    Stamp nvarchar(64),
    FromAgencyId uniqueidentifier,
    DocumentId uniqueidentifier) AS j;
