-- Who checked the document before it was handed over, in its sender's sealed word; NULL: nobody was named.
ALTER TABLE dbo.Document ADD CheckedBy nvarchar(200) NULL;
ALTER TABLE dbo.Document ADD CheckedPosition nvarchar(200) NULL;
ALTER TABLE dbo.Document ADD CheckedAt datetimeoffset(3) NULL;
