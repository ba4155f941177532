SELECT c.*
FROM json_each(@keys) AS k
INNER JOIN RefusalCase AS c
    ON c.AgencyId = k.value ->> 'AgencyId' AND c.PackageSha256 = k.value ->> 'PackageSha256' AND c.ReceiverCode = k.value ->> 'ReceiverCode'
UNION
SELECT c.*
FROM json_each(@families) AS f
INNER JOIN RefusalCase AS c ON c.AgencyId = f.value ->> 'AgencyId' AND c.FamilyKey = f.value ->> 'FamilyKey' AND c.RestSince IS NULL
UNION
SELECT c.*
FROM json_each(@families) AS f
INNER JOIN RefusalCase AS c ON c.AgencyId = f.value ->> 'AgencyId' AND c.PackageSha256 = f.value ->> 'PackageSha256' AND c.RestSince IS NULL;
