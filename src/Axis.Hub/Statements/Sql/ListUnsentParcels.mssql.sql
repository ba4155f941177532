SELECT TOP (@limit) AgencyId FROM dbo.StatementParcel WHERE RunId = @runId AND SentAt IS NULL AND AgencyId > @afterAgency
ORDER BY AgencyId;
