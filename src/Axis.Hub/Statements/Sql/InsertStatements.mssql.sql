INSERT INTO dbo.Statement (AgencyId, Day, Version, Sha256, PreviousSha256, Content, Closings, Mismatches, Changes, RunId, IssuedAt)
SELECT j.AgencyId, j.Day, j.Version, j.Sha256, j.PreviousSha256, j.Content, j.Closings, j.Mismatches, j.Changes, j.RunId, j.IssuedAt
FROM OPENJSON(@rows) WITH (
    AgencyId uniqueidentifier,
    Day date,
    Version int,
    Sha256 nvarchar(64),
    PreviousSha256 nvarchar(64),
    Content varbinary(max),
    Closings nvarchar(max),
    Mismatches int,
    Changes nvarchar(max),
    RunId uniqueidentifier,
    IssuedAt datetimeoffset(3)) AS j;
