UPDATE Stuck SET Status = @status, ClosedBy = @closedBy, ClosedReason = @reason, ClosedAt = @at WHERE StuckId = @stuckId AND Status = 'open';
