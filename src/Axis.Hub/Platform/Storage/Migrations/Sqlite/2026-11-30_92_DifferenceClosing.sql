-- A difference of books that a person has dealt with: what it was when it was closed tells it from another fact that is found under its key.
ALTER TABLE BookDifference ADD COLUMN AtHub TEXT NOT NULL DEFAULT '';

ALTER TABLE BookDifference ADD COLUMN AtAdapter TEXT NOT NULL DEFAULT '';

ALTER TABLE BookDifference ADD COLUMN ClosedBy TEXT NULL;

ALTER TABLE BookDifferenceEvent ADD COLUMN Reason TEXT NULL;
