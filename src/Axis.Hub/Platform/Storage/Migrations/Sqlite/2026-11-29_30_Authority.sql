-- Who is suspended since when, which codes have a successor, and which adapters may send for agencies that they do not serve.
ALTER TABLE Agency ADD COLUMN SuspendedSince TEXT NULL;
ALTER TABLE Agency ADD COLUMN SuspendedBy TEXT NULL;
ALTER TABLE Agency ADD COLUMN SuspendedReason TEXT NULL;
ALTER TABLE Adapter ADD COLUMN SuspendedSince TEXT NULL;
ALTER TABLE Adapter ADD COLUMN SuspendedBy TEXT NULL;
ALTER TABLE Adapter ADD COLUMN SuspendedReason TEXT NULL;
ALTER TABLE AgencyAlias ADD COLUMN SuccessorCode TEXT NULL;
ALTER TABLE AgencyAlias ADD COLUMN SuccessorFrom TEXT NULL;

UPDATE Agency SET SuspendedSince = ChangedAt WHERE Active = 0;
UPDATE Adapter SET SuspendedSince = ChangedAt WHERE Status = 'suspended';

CREATE TABLE Delegation
(
    DelegationId TEXT NOT NULL,
    AgencyId TEXT NOT NULL,
    AdapterCode TEXT NOT NULL,
    Types TEXT NULL,
    ValidFrom TEXT NOT NULL,
    ValidTo TEXT NULL,
    Reason TEXT NOT NULL,
    GrantedBy TEXT NOT NULL,
    GrantedAt TEXT NOT NULL,
    RevokedAt TEXT NULL,
    RevokedBy TEXT NULL,
    RevokedReason TEXT NULL,
    CONSTRAINT PK_Delegation PRIMARY KEY (DelegationId),
    CONSTRAINT FK_Delegation_Agency FOREIGN KEY (AgencyId) REFERENCES Agency (AgencyId),
    CONSTRAINT FK_Delegation_Adapter FOREIGN KEY (AdapterCode) REFERENCES Adapter (Code)
) STRICT;

CREATE INDEX IX_Delegation_Agency ON Delegation (AgencyId);
