UPDATE c SET
    RestSince = j.RestSince,
    EventSequence = j.EventSequence,
    EventEffectiveAt = j.EventEffectiveAt
FROM OPENJSON(@rows) WITH (
    CaseId uniqueidentifier,
    RestSince datetimeoffset(3),
    EventSequence int,
    EventEffectiveAt datetimeoffset(3)) AS j
INNER JOIN dbo.RefusalCase AS c ON c.CaseId = j.CaseId;
