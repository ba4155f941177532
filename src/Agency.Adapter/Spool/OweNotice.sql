INSERT INTO AlertNotice (AlertId, Agency, Way, Owed, Since, Taken, DueAt, Tries) VALUES (@AlertId, @Agency, @Way, @Version, @Now, 0, @Now, 0)
ON CONFLICT (AlertId, Agency, Way) DO UPDATE SET Owed = excluded.Owed, Since = excluded.Since, DueAt = excluded.DueAt, Tries = 0, Fault = NULL
WHERE excluded.Owed > AlertNotice.Owed
