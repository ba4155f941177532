SELECT Alias, AgencyId, Form, ValidFrom, ValidTo FROM AgencyAlias;
