UPDATE Stuck SET Status = @status, ClosedReason = @reason WHERE StuckId = @stuckId AND Status = 'retry';
