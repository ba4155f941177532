-- When a time-stamping authority saw the seal; NULL: its time is only a claim.
ALTER TABLE Document ADD COLUMN StampedAt TEXT NULL;
