UPDATE WatchVersion SET Version = Version + 1 WHERE Id = 1;
