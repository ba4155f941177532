-- Events that came after the statements of their day, by the run that saw them: why there is another version.
CREATE TABLE StatementLateEvent
(
    RunId TEXT NOT NULL,
    EventKey TEXT NOT NULL,
    AgencyId TEXT NOT NULL,
    CounterpartId TEXT NULL,
    Kind TEXT NOT NULL,
    EffectiveAt TEXT NOT NULL,
    CONSTRAINT PK_StatementLateEvent PRIMARY KEY (RunId, EventKey),
    CONSTRAINT FK_StatementLateEvent_Run FOREIGN KEY (RunId) REFERENCES StatementRun (RunId)
) STRICT;
