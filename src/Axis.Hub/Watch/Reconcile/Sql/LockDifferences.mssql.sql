SELECT b.*
FROM (
    SELECT x.DifferenceId FROM dbo.BookDifference AS x WHERE x.AdapterCode = @adapter AND x.RestSince IS NULL
    UNION
    SELECT x.DifferenceId
    FROM OPENJSON(@keys) WITH (Side int, SubjectId uniqueidentifier, Code nvarchar(20)) AS k
    INNER JOIN dbo.BookDifference AS x ON x.AdapterCode = @adapter AND x.Side = k.Side AND x.SubjectId = k.SubjectId AND x.Code = k.Code) AS i
INNER JOIN dbo.BookDifference AS b WITH (UPDLOCK, ROWLOCK) ON b.DifferenceId = i.DifferenceId;
