SELECT DISTINCT AgencyId FROM Statement WHERE RunId = @runId;
