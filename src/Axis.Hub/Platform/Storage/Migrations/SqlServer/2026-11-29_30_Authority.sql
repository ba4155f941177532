-- Who is suspended since when, which codes have a successor, and which adapters may send for agencies that they do not serve.
ALTER TABLE dbo.Agency ADD SuspendedSince datetimeoffset(3) NULL;
ALTER TABLE dbo.Agency ADD SuspendedBy nvarchar(200) NULL;
ALTER TABLE dbo.Agency ADD SuspendedReason nvarchar(max) NULL;
ALTER TABLE dbo.Adapter ADD SuspendedSince datetimeoffset(3) NULL;
ALTER TABLE dbo.Adapter ADD SuspendedBy nvarchar(200) NULL;
ALTER TABLE dbo.Adapter ADD SuspendedReason nvarchar(max) NULL;
ALTER TABLE dbo.AgencyAlias ADD SuccessorCode nvarchar(64) NULL;
ALTER TABLE dbo.AgencyAlias ADD SuccessorFrom datetimeoffset(3) NULL;
GO
UPDATE dbo.Agency SET SuspendedSince = ChangedAt WHERE Active = 0;
UPDATE dbo.Adapter SET SuspendedSince = ChangedAt WHERE Status = N'suspended';

CREATE TABLE dbo.Delegation
(
    DelegationId uniqueidentifier NOT NULL,
    AgencyId uniqueidentifier NOT NULL,
    AdapterCode nvarchar(64) NOT NULL,
    Types nvarchar(max) NULL,
    ValidFrom datetimeoffset(3) NOT NULL,
    ValidTo datetimeoffset(3) NULL,
    Reason nvarchar(max) NOT NULL,
    GrantedBy nvarchar(200) NOT NULL,
    GrantedAt datetimeoffset(3) NOT NULL,
    RevokedAt datetimeoffset(3) NULL,
    RevokedBy nvarchar(200) NULL,
    RevokedReason nvarchar(max) NULL,
    CONSTRAINT PK_Delegation PRIMARY KEY CLUSTERED (DelegationId),
    CONSTRAINT FK_Delegation_Agency FOREIGN KEY (AgencyId) REFERENCES dbo.Agency (AgencyId),
    CONSTRAINT FK_Delegation_Adapter FOREIGN KEY (AdapterCode) REFERENCES dbo.Adapter (Code)
);

CREATE INDEX IX_Delegation_Agency ON dbo.Delegation (AgencyId);
