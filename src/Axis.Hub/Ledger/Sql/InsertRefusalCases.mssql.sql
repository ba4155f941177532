INSERT INTO dbo.RefusalCase (CaseId, AgencyId, PackageSha256, ReceiverCode, FamilyKey, CodeNumber, CodeNotation, PromulgationDate, RestSince, EventSequence, EventEffectiveAt)
SELECT j.CaseId, j.AgencyId, j.PackageSha256, j.ReceiverCode, j.FamilyKey, j.CodeNumber, j.CodeNotation, j.PromulgationDate, j.RestSince, j.EventSequence, j.EventEffectiveAt
FROM OPENJSON(@rows) WITH (
    CaseId uniqueidentifier,
    AgencyId uniqueidentifier,
    PackageSha256 nvarchar(64),
    ReceiverCode nvarchar(200),
    FamilyKey nvarchar(64),
    CodeNumber nvarchar(100),
    CodeNotation nvarchar(100),
    PromulgationDate date,
    RestSince datetimeoffset(3),
    EventSequence int,
    EventEffectiveAt datetimeoffset(3)) AS j;
