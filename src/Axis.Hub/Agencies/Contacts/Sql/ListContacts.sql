SELECT AgencyId, AddressKey, Address, Name, Language, Alerts, Statements, AddedBy, AddedAt
FROM AgencyContact
ORDER BY AgencyId, AddressKey;
