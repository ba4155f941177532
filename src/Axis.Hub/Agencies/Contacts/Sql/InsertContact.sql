INSERT INTO AgencyContact (AgencyId, AddressKey, Address, Name, Language, Alerts, Statements, AddedBy, AddedAt)
VALUES (@agencyId, @addressKey, @address, @name, @language, @alerts, @statements, @addedBy, @addedAt);
