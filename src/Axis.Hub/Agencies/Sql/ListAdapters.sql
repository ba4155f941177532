SELECT Code, Name, Status, CertificateSha256, Vendor, Contact, CreatedAt, ChangedAt, SuspendedSince, SuspendedBy, SuspendedReason FROM Adapter;
