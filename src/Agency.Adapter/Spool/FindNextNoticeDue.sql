SELECT MIN(DueAt) FROM AlertNotice WHERE Agency = @Agency AND Way = @Way AND DueAt IS NOT NULL
