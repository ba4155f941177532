-- From before version 8: which failures were given up was not told; the hub is asked again and says so.
ALTER TABLE OwnState ADD COLUMN Closed INTEGER NOT NULL DEFAULT 0;
