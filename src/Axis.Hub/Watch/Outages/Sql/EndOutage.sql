UPDATE Outage SET EndedAt = @at, EndedBy = @actor WHERE OutageId = @id AND EndedAt IS NULL AND ToAt > @at;
