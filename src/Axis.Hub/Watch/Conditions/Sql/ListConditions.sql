SELECT * FROM Alert WHERE (ClosedAt IS NULL AND OpenItems = 0) OR Hushed = 1;
