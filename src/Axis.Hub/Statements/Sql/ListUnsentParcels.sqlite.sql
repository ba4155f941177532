SELECT RunId, AgencyId FROM StatementParcel WHERE SentAt IS NULL AND (RunId > @afterRun OR (RunId = @afterRun AND AgencyId > @afterAgency))
ORDER BY RunId, AgencyId
LIMIT @limit;
