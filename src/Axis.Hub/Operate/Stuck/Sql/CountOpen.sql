SELECT COUNT(*) FROM Stuck WHERE Status = 'open';
