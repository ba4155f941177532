-- What waits for an operator is counted all day.

CREATE INDEX IX_Cancel_OtherSpool ON Cancel (OpenedAt) WHERE Answer = 'other-spool';
