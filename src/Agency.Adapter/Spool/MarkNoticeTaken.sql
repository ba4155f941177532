UPDATE AlertNotice SET Taken = @Version, TakenAt = @Now, DueAt = CASE WHEN Owed > @Version THEN DueAt END, Tries = CASE WHEN Owed > @Version THEN Tries ELSE 0 END, Fault = NULL
WHERE AlertId = @AlertId AND Agency = @Agency AND Way = @Way
