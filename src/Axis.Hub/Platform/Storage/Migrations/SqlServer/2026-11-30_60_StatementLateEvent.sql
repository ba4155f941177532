-- Events that came after the statements of their day, by the run that saw them: why there is another version.
CREATE TABLE dbo.StatementLateEvent
(
    RunId uniqueidentifier NOT NULL,
    EventKey nvarchar(100) NOT NULL,
    AgencyId uniqueidentifier NOT NULL,
    CounterpartId uniqueidentifier NULL,
    Kind nvarchar(40) NOT NULL,
    EffectiveAt datetimeoffset(3) NOT NULL,
    CONSTRAINT PK_StatementLateEvent PRIMARY KEY CLUSTERED (RunId, EventKey),
    CONSTRAINT FK_StatementLateEvent_Run FOREIGN KEY (RunId) REFERENCES dbo.StatementRun (RunId)
);
