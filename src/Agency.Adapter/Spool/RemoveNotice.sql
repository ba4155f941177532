DELETE FROM AlertNotice WHERE AlertId = @AlertId AND Agency = @Agency AND Way = @Way
