SELECT Code, Name, Status, CertificateSha256, Vendor, Contact, CreatedAt, ChangedAt FROM Adapter;
