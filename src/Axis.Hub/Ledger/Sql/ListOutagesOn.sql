SELECT * FROM Outage WHERE ToAt > @at AND FromAt <= @at AND EndedAt IS NULL;
