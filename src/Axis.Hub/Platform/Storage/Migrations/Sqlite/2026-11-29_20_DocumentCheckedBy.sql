-- Who checked the document before it was handed over, in its sender's sealed word; NULL: nobody was named.
ALTER TABLE Document ADD COLUMN CheckedBy TEXT NULL;
ALTER TABLE Document ADD COLUMN CheckedPosition TEXT NULL;
ALTER TABLE Document ADD COLUMN CheckedAt TEXT NULL;
