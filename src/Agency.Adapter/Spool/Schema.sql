CREATE TABLE IF NOT EXISTS Meta (
  Name TEXT NOT NULL PRIMARY KEY,
  Value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Bytes that a row names: small ones here, larger ones in a file (Bytes is null) that was synced before.
CREATE TABLE IF NOT EXISTS Content (
  Sha256 TEXT NOT NULL PRIMARY KEY,
  Length INTEGER NOT NULL,
  Bytes BLOB
) STRICT;

CREATE TABLE IF NOT EXISTS Submission (
  Cursor INTEGER PRIMARY KEY AUTOINCREMENT,
  SubmissionId TEXT NOT NULL UNIQUE,
  Agency TEXT NOT NULL,
  Kind TEXT NOT NULL,
  Priority INTEGER NOT NULL,
  PackageSha256 TEXT NOT NULL,
  PackageLength INTEGER NOT NULL,
  Try INTEGER NOT NULL,
  State TEXT NOT NULL,
  Manifest BLOB NOT NULL,
  Seal BLOB NOT NULL,
  NeedsUpload INTEGER NOT NULL,
  HandedOverAt INTEGER NOT NULL,
  Checker TEXT,
  Findings TEXT NOT NULL,
  Receipt TEXT,
  Sends INTEGER NOT NULL,
  DueAt INTEGER,
  WaitsFor TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS SubmissionDue ON Submission (NeedsUpload, DueAt) WHERE DueAt IS NOT NULL;
CREATE INDEX IF NOT EXISTS SubmissionOrder ON Submission (NeedsUpload, Priority DESC, Cursor, DueAt) WHERE DueAt IS NOT NULL;
CREATE INDEX IF NOT EXISTS SubmissionBytes ON Submission (Agency, PackageSha256);

-- One hand-over by an interface that runs again after a crash.
CREATE TABLE IF NOT EXISTS Claim (
  Claim TEXT NOT NULL PRIMARY KEY,
  SubmissionId TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every state of an own delivery that the hub told; the highest version is the current one.
CREATE TABLE IF NOT EXISTS OwnState (
  DeliveryId TEXT NOT NULL,
  Version INTEGER NOT NULL,
  SubmissionId TEXT NOT NULL,
  Transport TEXT NOT NULL,
  Business TEXT,
  State TEXT NOT NULL,
  PRIMARY KEY (DeliveryId, Version)
) STRICT, WITHOUT ROWID;

-- Delivery ids stay for ever (protocol.md 5).
CREATE TABLE IF NOT EXISTS Delivery (
  DeliveryId TEXT NOT NULL PRIMARY KEY,
  DocumentId TEXT NOT NULL,
  Attempt INTEGER NOT NULL,
  Kind TEXT NOT NULL,
  Receiver TEXT NOT NULL,
  Agency TEXT,
  Priority INTEGER NOT NULL,
  Phase TEXT NOT NULL,
  Taken INTEGER NOT NULL,
  Cursor INTEGER,
  Manifest BLOB NOT NULL,
  Seal BLOB NOT NULL,
  PackageSha256 TEXT NOT NULL,
  PackageLength INTEGER NOT NULL,
  Findings TEXT NOT NULL,
  Trace TEXT NOT NULL,
  Metadata TEXT,
  ReceivedAt INTEGER NOT NULL,
  ClosedAt INTEGER,
  Reason TEXT,
  Cause TEXT,
  DueAt INTEGER,
  Tries INTEGER NOT NULL,
  WaitsFor TEXT,
  DocumentNumber TEXT,
  DocumentCode TEXT,
  DocumentDate TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS DeliveryDue ON Delivery (Phase, DueAt) WHERE DueAt IS NOT NULL;
CREATE INDEX IF NOT EXISTS DeliveryOrder ON Delivery (Phase, Priority DESC, ReceivedAt, DeliveryId, DueAt) WHERE DueAt IS NOT NULL;
CREATE INDEX IF NOT EXISTS DeliveryOpen ON Delivery (Phase) WHERE Phase IN ('Received', 'ContentPending', 'Available', 'Placing');
CREATE INDEX IF NOT EXISTS DeliveryInbox ON Delivery (Agency, Phase, Cursor);
CREATE INDEX IF NOT EXISTS DeliveryDocument ON Delivery (Agency, DocumentNumber);
CREATE INDEX IF NOT EXISTS DeliveryCode ON Delivery (Agency, DocumentCode);

-- What was asked back; only a higher attempt passes (protocol.md 6).
CREATE TABLE IF NOT EXISTS Tombstone (
  DeliveryId TEXT NOT NULL PRIMARY KEY,
  Attempt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Acknowledgements owed to the hub, removed when the broker has confirmed them.
CREATE TABLE IF NOT EXISTS Owed (
  Number INTEGER PRIMARY KEY AUTOINCREMENT,
  DeliveryId TEXT NOT NULL,
  Item TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS Certificate (
  Sha256 TEXT NOT NULL PRIMARY KEY,
  Der BLOB NOT NULL,
  WithdrawnAt INTEGER,
  FetchedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS Agency (
  AgencyId TEXT NOT NULL PRIMARY KEY,
  Entry TEXT NOT NULL
) STRICT, WITHOUT ROWID;
