SELECT Value FROM Meta WHERE Name = @Name
