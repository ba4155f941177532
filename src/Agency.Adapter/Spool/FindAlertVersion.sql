SELECT Version FROM Alert WHERE AlertId = @AlertId
