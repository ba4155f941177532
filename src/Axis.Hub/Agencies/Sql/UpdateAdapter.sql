UPDATE Adapter
SET Name = @name, Status = @status, Vendor = @vendor, Contact = @contact, CertificateSha256 = @certificateSha256, ChangedAt = @changedAt,
    SuspendedSince = @suspendedSince, SuspendedBy = @suspendedBy, SuspendedReason = @suspendedReason
WHERE Code = @code;
