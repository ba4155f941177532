INSERT INTO dbo.AlertCounter (CaseYear, LastNumber)
SELECT @caseYear, 0
WHERE NOT EXISTS (SELECT 1 FROM dbo.AlertCounter AS e WHERE e.CaseYear = @caseYear);

UPDATE c SET LastNumber = c.LastNumber + @count OUTPUT inserted.LastNumber
FROM dbo.AlertCounter AS c
WHERE c.CaseYear = @caseYear;
