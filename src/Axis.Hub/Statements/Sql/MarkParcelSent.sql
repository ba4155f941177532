UPDATE StatementParcel SET DocumentId = @documentId, SentAt = @sentAt WHERE RunId = @runId AND AgencyId = @agencyId AND SentAt IS NULL;
