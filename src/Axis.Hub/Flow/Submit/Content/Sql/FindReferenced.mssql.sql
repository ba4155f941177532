SELECT DISTINCT t.PackageSha256
FROM OPENJSON(@ids) WITH (Id nvarchar(64) '$') AS k
INNER JOIN dbo.Document AS t ON t.PackageSha256 = k.Id;
