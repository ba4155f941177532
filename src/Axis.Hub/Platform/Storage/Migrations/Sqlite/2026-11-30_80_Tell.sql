-- From when on an alert has something to tell the adapters of its parties; null: nothing. While a hub is telling it lies in the future.

ALTER TABLE Alert ADD COLUMN TellAt TEXT NULL;

-- What is open when adapters begin to be told is told.
UPDATE Alert SET TellAt = LastSeenAt WHERE ClosedAt IS NULL AND Muted = 0;

CREATE INDEX IX_Alert_Tell ON Alert (TellAt) WHERE TellAt IS NOT NULL;

CREATE UNIQUE INDEX UX_AlertTold_Axis ON AlertTold (AlertId, Version, AdapterCode, AgencyId) WHERE Channel = 'axis';
