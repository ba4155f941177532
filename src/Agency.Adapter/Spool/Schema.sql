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
  NeedsTimeStamp INTEGER NOT NULL,
  NeedsUpload INTEGER NOT NULL,
  HandedOverAt INTEGER NOT NULL,
  Findings TEXT NOT NULL,
  Receipt TEXT,
  Sends INTEGER NOT NULL,
  DueAt INTEGER,
  WaitsFor TEXT
) STRICT;
DROP INDEX IF EXISTS SubmissionDue;
CREATE INDEX IF NOT EXISTS SubmissionWaiting ON Submission (NeedsTimeStamp, NeedsUpload, DueAt, State, HandedOverAt) WHERE DueAt IS NOT NULL;
CREATE INDEX IF NOT EXISTS SubmissionOrder ON Submission (NeedsTimeStamp, NeedsUpload, Priority DESC, Cursor, DueAt) WHERE DueAt IS NOT NULL;
CREATE INDEX IF NOT EXISTS SubmissionUnstamped ON Submission (Priority DESC, Cursor, DueAt) WHERE NeedsTimeStamp = 1;
CREATE INDEX IF NOT EXISTS SubmissionBytes ON Submission (Agency, PackageSha256);
CREATE INDEX IF NOT EXISTS SubmissionContent ON Submission (PackageSha256);
CREATE INDEX IF NOT EXISTS SubmissionDay ON Submission (HandedOverAt);

-- Documents handed over, recalls not counted: what the check before sending knows of earlier ones while the hub is away.
CREATE TABLE IF NOT EXISTS SentDocument (
  SubmissionId TEXT NOT NULL PRIMARY KEY,
  Sender TEXT NOT NULL,
  DocumentId TEXT NOT NULL,
  Family TEXT,
  Code TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS SentDocumentFamily ON SentDocument (Family) WHERE Family IS NOT NULL;
CREATE INDEX IF NOT EXISTS SentDocumentId ON SentDocument (DocumentId);

-- Headers of the same documents: one may be recalled long after its bytes have gone.
CREATE TABLE IF NOT EXISTS SentHeader (
  SubmissionId TEXT NOT NULL PRIMARY KEY,
  Header TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Failed deliveries that their sender has given up, through this adapter.
CREATE TABLE IF NOT EXISTS ClosedSubmission (
  SubmissionId TEXT NOT NULL PRIMARY KEY,
  ClosedAt INTEGER NOT NULL,
  Reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One hand-over by an interface that runs again after a crash.
CREATE TABLE IF NOT EXISTS Claim (
  Claim TEXT NOT NULL PRIMARY KEY,
  SubmissionId TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every state of an own delivery that the hub told; the highest version is the current one. Closed: a failure that somebody has given up.
CREATE TABLE IF NOT EXISTS OwnState (
  DeliveryId TEXT NOT NULL,
  Version INTEGER NOT NULL,
  SubmissionId TEXT NOT NULL,
  Transport TEXT NOT NULL,
  Business TEXT,
  State TEXT NOT NULL,
  Closed INTEGER NOT NULL DEFAULT 0,
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
  DocumentDate TEXT,
  DestroyedAt INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS DeliveryDue ON Delivery (Phase, DueAt) WHERE DueAt IS NOT NULL;
CREATE INDEX IF NOT EXISTS DeliveryOrder ON Delivery (Phase, Priority DESC, ReceivedAt, DeliveryId, DueAt) WHERE DueAt IS NOT NULL;
DROP INDEX IF EXISTS DeliveryOpen;
CREATE INDEX IF NOT EXISTS DeliveryWaiting ON Delivery (Phase, ReceivedAt) WHERE Phase IN ('Received', 'ContentPending', 'Available', 'Placing');
CREATE INDEX IF NOT EXISTS DeliveryInbox ON Delivery (Agency, Phase, Cursor);
CREATE INDEX IF NOT EXISTS DeliveryDocument ON Delivery (Agency, DocumentNumber);
CREATE INDEX IF NOT EXISTS DeliveryCode ON Delivery (Agency, DocumentCode);
CREATE INDEX IF NOT EXISTS DeliveryContent ON Delivery (PackageSha256);
CREATE INDEX IF NOT EXISTS DeliveryDay ON Delivery (ReceivedAt);

-- Which deliveries a received 13, recall, update or replacement (the carrier) speaks of, by the hub's word.
CREATE TABLE IF NOT EXISTS About (
  CarrierId TEXT NOT NULL,
  DeliveryId TEXT NOT NULL,
  PRIMARY KEY (CarrierId, DeliveryId)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS AboutDelivery ON About (DeliveryId);

-- Statuses handed over that answer such a request.
CREATE TABLE IF NOT EXISTS RequestAnswer (
  SubmissionId TEXT NOT NULL PRIMARY KEY,
  CarrierId TEXT NOT NULL,
  Code TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS RequestAnswerCarrier ON RequestAnswer (CarrierId);

-- Statuses handed over about received deliveries, the automatic 01 too: what this side says that it has answered.
CREATE TABLE IF NOT EXISTS StatusGiven (
  SubmissionId TEXT NOT NULL PRIMARY KEY,
  DeliveryId TEXT NOT NULL,
  Code TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS StatusGivenDelivery ON StatusGiven (DeliveryId);

-- What was asked back; only a higher attempt passes (protocol.md 6).
CREATE TABLE IF NOT EXISTS Tombstone (
  DeliveryId TEXT NOT NULL PRIMARY KEY,
  Attempt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the hub has marked: a sent delivery is frozen, a received one destroyed (Decree 30, Annex VI). Stays for ever; what is due still lies in a folder.
CREATE TABLE IF NOT EXISTS Mark (
  DeliveryId TEXT NOT NULL,
  Kind TEXT NOT NULL,
  Attempt INTEGER NOT NULL,
  SubmissionId TEXT,
  Command TEXT NOT NULL,
  Reason TEXT NOT NULL,
  At INTEGER NOT NULL,
  MarkedAt INTEGER NOT NULL,
  DueAt INTEGER,
  Tries INTEGER NOT NULL,
  WaitsFor TEXT,
  PRIMARY KEY (DeliveryId, Kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS MarkDue ON Mark (DueAt) WHERE DueAt IS NOT NULL;
CREATE INDEX IF NOT EXISTS MarkSubmission ON Mark (SubmissionId) WHERE SubmissionId IS NOT NULL;

-- Acknowledgements owed to the hub, removed when the broker has confirmed them.
CREATE TABLE IF NOT EXISTS Owed (
  Number INTEGER PRIMARY KEY AUTOINCREMENT,
  DeliveryId TEXT NOT NULL,
  Item TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS OwedDelivery ON Owed (DeliveryId);

-- Contents that nothing unresolved names, and since when.
CREATE TABLE IF NOT EXISTS Rested (
  Sha256 TEXT NOT NULL PRIMARY KEY,
  RestedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS RestedDue ON Rested (RestedAt);

-- Contents that something unresolved names. Not at rest are: what the hub has not answered; what a receiver has not taken, unless it is
-- void or was given up; what is frozen; what an agency has not acknowledged; and what the hub has not been told.
DROP VIEW IF EXISTS OpenContent;
CREATE VIEW OpenContent AS
SELECT PackageSha256 AS Sha256 FROM Submission WHERE State IN ('Waiting', 'Sent')
UNION ALL
SELECT s.PackageSha256
FROM Submission s, json_each(s.Receipt, '$.receivers') line
WHERE s.State = 'Accepted' AND json_extract(line.value, '$.outcome') IN ('delivery', 'newAttempt') AND NOT EXISTS (
  SELECT 1 FROM OwnState o
  WHERE o.DeliveryId = json_extract(line.value, '$.deliveryId')
    AND o.Version = (SELECT MAX(Version) FROM OwnState WHERE DeliveryId = o.DeliveryId)
    AND (o.Transport IN ('DONE', 'VOID') OR (
      o.Transport = 'FAIL' AND (o.Closed = 1 OR EXISTS (SELECT 1 FROM ClosedSubmission c WHERE c.SubmissionId = s.SubmissionId)))))
UNION ALL
SELECT s.PackageSha256 FROM Submission s WHERE EXISTS (SELECT 1 FROM Mark m WHERE m.SubmissionId = s.SubmissionId)
UNION ALL
SELECT PackageSha256 FROM Delivery WHERE Phase IN ('Received', 'ContentPending', 'Available', 'Placing')
UNION ALL
SELECT d.PackageSha256 FROM Delivery d WHERE EXISTS (SELECT 1 FROM Owed o WHERE o.DeliveryId = d.DeliveryId);

-- The axis's statements, whatever becomes of the packages in which they came.
CREATE TABLE IF NOT EXISTS Statement (
  Agency TEXT NOT NULL,
  Day INTEGER NOT NULL,
  Version INTEGER NOT NULL,
  Format TEXT NOT NULL,
  Bytes BLOB NOT NULL,
  ReceivedAt INTEGER NOT NULL,
  PRIMARY KEY (Day, Agency, Version, Format)
) STRICT;

-- What the hub has answered last to the books of a day.
CREATE TABLE IF NOT EXISTS Reconciliation (
  Day INTEGER NOT NULL PRIMARY KEY,
  Answer TEXT NOT NULL,
  AnsweredAt INTEGER NOT NULL
) STRICT;

-- Days whose books the hub has refused for good; gone when it has answered to them.
CREATE TABLE IF NOT EXISTS ReconciliationRefusal (
  Day INTEGER NOT NULL PRIMARY KEY,
  Finding TEXT NOT NULL,
  RefusedAt INTEGER NOT NULL
) STRICT;

-- The newest version of each alert that the hub has told; closed ones go after a while.
CREATE TABLE IF NOT EXISTS Alert (
  AlertId TEXT NOT NULL PRIMARY KEY,
  Version INTEGER NOT NULL,
  Body TEXT NOT NULL,
  LastSeenAt INTEGER NOT NULL,
  ClosedAt INTEGER,
  ToldAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS AlertClosed ON Alert (ClosedAt) WHERE ClosedAt IS NOT NULL;

-- What an agency's own system is told of an alert, by one way: the newest version that it has taken, and the one that is owed.
CREATE TABLE IF NOT EXISTS AlertNotice (
  AlertId TEXT NOT NULL,
  Agency TEXT NOT NULL,
  Way TEXT NOT NULL,
  Owed INTEGER NOT NULL,
  Since INTEGER NOT NULL,
  Taken INTEGER NOT NULL,
  TakenAt INTEGER,
  DueAt INTEGER,
  Tries INTEGER NOT NULL,
  Fault TEXT,
  PRIMARY KEY (AlertId, Agency, Way)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS AlertNoticeDue ON AlertNotice (Agency, Way, DueAt) WHERE DueAt IS NOT NULL;

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
