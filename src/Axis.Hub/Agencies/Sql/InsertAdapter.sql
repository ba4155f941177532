INSERT INTO Adapter (
    Code, Name, Status, Vendor, Contact, CertificateSha256, CreatedAt, ChangedAt, SuspendedSince, SuspendedBy, SuspendedReason)
VALUES (
    @code, @name, @status, @vendor, @contact, @certificateSha256, @createdAt, @changedAt, @suspendedSince, @suspendedBy, @suspendedReason);
