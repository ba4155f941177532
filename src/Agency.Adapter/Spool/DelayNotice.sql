UPDATE AlertNotice SET DueAt = @DueAt, Tries = Tries + 1, Fault = @Fault
WHERE AlertId = @AlertId AND Agency = @Agency AND Way = @Way AND Owed <= @Version
