SELECT AlertId, Agency, Way, Owed, Taken, TakenAt, DueAt, Tries, Fault FROM AlertNotice
WHERE Agency IN (SELECT value FROM json_each(@Agencies))
ORDER BY AlertId, Agency, Way
