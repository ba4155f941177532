-- When a time-stamping authority saw the seal; NULL: its time is only a claim.
ALTER TABLE dbo.Document ADD StampedAt datetimeoffset(3) NULL;
