INSERT INTO Outage (OutageId, AgencyId, AdapterCode, FromAt, ToAt, Reason, AnnouncedBy, AnnouncedAt)
VALUES (@outageId, @agencyId, @adapterCode, @fromAt, @toAt, @reason, @announcedBy, @announcedAt);
