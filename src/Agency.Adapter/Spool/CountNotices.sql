SELECT Way, SUM(DueAt IS NOT NULL) AS Waiting, SUM(DueAt IS NULL) AS GivenUp FROM AlertNotice
WHERE Owed > Taken
GROUP BY Way
