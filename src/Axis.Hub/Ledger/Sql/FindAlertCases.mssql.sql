SELECT a.*
FROM OPENJSON(@keys) WITH (CaseNumber nvarchar(20) '$') AS k
INNER JOIN dbo.Alert AS a ON a.CaseNumber = k.CaseNumber;
