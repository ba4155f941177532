INSERT INTO Adapter (Code, Name, Status, Vendor, Contact, CertificateSha256, CreatedAt, ChangedAt)
VALUES (@code, @name, @status, @vendor, @contact, @certificateSha256, @createdAt, @changedAt);
