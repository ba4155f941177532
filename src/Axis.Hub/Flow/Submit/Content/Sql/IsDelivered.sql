SELECT CASE WHEN EXISTS (
    SELECT 1
    FROM Document AS o
    INNER JOIN Delivery AS d ON d.DocumentId = o.DocumentId
    WHERE o.PackageSha256 = @sha256 AND d.AdapterCode = @adapter AND d.EverClaimed = 1) THEN 1 ELSE 0 END AS Found;
