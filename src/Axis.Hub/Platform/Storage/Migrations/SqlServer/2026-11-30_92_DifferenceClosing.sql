-- A difference of books that a person has dealt with: what it was when it was closed tells it from another fact that is found under its key.
ALTER TABLE dbo.BookDifference ADD AtHub nvarchar(400) NOT NULL CONSTRAINT DF_BookDifference_AtHub DEFAULT N'';

ALTER TABLE dbo.BookDifference ADD AtAdapter nvarchar(400) NOT NULL CONSTRAINT DF_BookDifference_AtAdapter DEFAULT N'';

ALTER TABLE dbo.BookDifference ADD ClosedBy nvarchar(200) NULL;

ALTER TABLE dbo.BookDifferenceEvent ADD Reason nvarchar(max) NULL;
