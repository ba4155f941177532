SELECT Number, Item FROM Owed ORDER BY Number LIMIT @Limit
