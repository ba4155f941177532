-- The agency that one was merged into, and from when on: its statement is added to the successor's.
ALTER TABLE AgencyEvent ADD COLUMN SuccessorId TEXT NULL;
ALTER TABLE AgencyEvent ADD COLUMN SuccessorFrom TEXT NULL;
