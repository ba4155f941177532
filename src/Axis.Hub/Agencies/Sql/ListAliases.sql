SELECT Alias, AgencyId, Form, ValidFrom, ValidTo, SuccessorCode, SuccessorFrom FROM AgencyAlias;
