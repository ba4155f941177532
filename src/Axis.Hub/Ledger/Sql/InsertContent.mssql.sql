INSERT INTO dbo.Content (
    Sha256, Bytes, CreatedAt)
SELECT
    j.Sha256, j.Bytes, j.CreatedAt
FROM OPENJSON(@rows) WITH (
    Sha256 nvarchar(64),
    Bytes varbinary(max),
    CreatedAt datetimeoffset(3)) AS j
WHERE NOT EXISTS (SELECT 1 FROM dbo.Content AS e WHERE e.Sha256 = j.Sha256);
