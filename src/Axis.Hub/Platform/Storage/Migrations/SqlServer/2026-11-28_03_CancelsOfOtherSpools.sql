-- What waits for an operator is counted all day.

CREATE INDEX IX_Cancel_OtherSpool ON dbo.Cancel (OpenedAt) WHERE Answer = N'other-spool';
