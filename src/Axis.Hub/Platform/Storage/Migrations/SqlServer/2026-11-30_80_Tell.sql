-- From when on an alert has something to tell the adapters of its parties; null: nothing. While a hub is telling it lies in the future.

ALTER TABLE dbo.Alert ADD TellAt datetimeoffset(3) NULL;
GO
-- What is open when adapters begin to be told is told.
UPDATE dbo.Alert SET TellAt = LastSeenAt WHERE ClosedAt IS NULL AND Muted = 0;

CREATE INDEX IX_Alert_Tell ON dbo.Alert (TellAt) WHERE TellAt IS NOT NULL;

CREATE UNIQUE INDEX UX_AlertTold_Axis ON dbo.AlertTold (AlertId, Version, AdapterCode, AgencyId) WHERE Channel = N'axis';
