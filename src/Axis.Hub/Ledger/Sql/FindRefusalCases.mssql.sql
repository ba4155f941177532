SELECT c.*
FROM (
    SELECT x.CaseId
    FROM OPENJSON(@keys) WITH (AgencyId uniqueidentifier, PackageSha256 nvarchar(64), ReceiverCode nvarchar(200)) AS k
    INNER JOIN dbo.RefusalCase AS x ON x.AgencyId = k.AgencyId AND x.PackageSha256 = k.PackageSha256 AND x.ReceiverCode = k.ReceiverCode
    UNION
    SELECT x.CaseId
    FROM OPENJSON(@families) WITH (AgencyId uniqueidentifier, FamilyKey nvarchar(64)) AS f
    INNER JOIN dbo.RefusalCase AS x ON x.AgencyId = f.AgencyId AND x.FamilyKey = f.FamilyKey AND x.RestSince IS NULL
    UNION
    SELECT x.CaseId
    FROM OPENJSON(@families) WITH (AgencyId uniqueidentifier, PackageSha256 nvarchar(64)) AS f
    INNER JOIN dbo.RefusalCase AS x ON x.AgencyId = f.AgencyId AND x.PackageSha256 = f.PackageSha256 AND x.RestSince IS NULL) AS i
INNER JOIN dbo.RefusalCase AS c WITH (UPDLOCK, ROWLOCK) ON c.CaseId = i.CaseId;
