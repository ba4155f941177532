INSERT INTO AlertCounter (CaseYear, LastNumber) VALUES (@caseYear, @count)
ON CONFLICT (CaseYear) DO UPDATE SET LastNumber = LastNumber + excluded.LastNumber
RETURNING LastNumber;
