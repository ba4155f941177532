SELECT COUNT(*) AS Count FROM Outage WHERE ToAt > @now;
