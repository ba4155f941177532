SELECT TOP (@limit) RunId, AgencyId FROM dbo.StatementParcel WHERE SentAt IS NULL AND (RunId > @afterRun OR (RunId = @afterRun AND AgencyId > @afterAgency))
ORDER BY RunId, AgencyId;
