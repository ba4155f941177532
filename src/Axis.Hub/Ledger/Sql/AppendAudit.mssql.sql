INSERT INTO dbo.Audit (
    AuditId, Actor, Action, Subject, Detail, At)
SELECT
    j.AuditId, j.Actor, j.Action, j.Subject, j.Detail, j.At
FROM OPENJSON(@rows) WITH (
    AuditId uniqueidentifier,
    Actor nvarchar(200),
    Action nvarchar(100),
    Subject nvarchar(400),
    Detail nvarchar(max),
    At datetimeoffset(3)) AS j;
