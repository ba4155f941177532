SELECT OutageId FROM Outage WHERE ToAt > @now;
