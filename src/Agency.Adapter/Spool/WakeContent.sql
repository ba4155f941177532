-- Something new names it: its time begins anew when that has come to rest.
DELETE FROM Rested WHERE Sha256 = @Sha256
