SELECT * FROM Stuck WHERE StuckId = @stuckId;
