UPDATE Delivery SET WatchAt = @now WHERE WatchAt IS NOT NULL AND WatchAt > @now;
