SELECT AgencyId FROM StatementParcel WHERE RunId = @runId AND SentAt IS NULL AND AgencyId > @afterAgency
ORDER BY AgencyId
LIMIT @limit;
