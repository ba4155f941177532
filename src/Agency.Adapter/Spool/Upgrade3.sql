-- From version 2: nothing has been destroyed there.
ALTER TABLE Delivery ADD COLUMN DestroyedAt INTEGER;
