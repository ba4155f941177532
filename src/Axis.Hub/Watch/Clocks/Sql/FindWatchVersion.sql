SELECT Version FROM WatchVersion WHERE Id = 1;
