-- The agency that one was merged into, and from when on: its statement is added to the successor's.
ALTER TABLE dbo.AgencyEvent ADD SuccessorId uniqueidentifier NULL;
ALTER TABLE dbo.AgencyEvent ADD SuccessorFrom datetimeoffset(3) NULL;
