SELECT e.DeliveryId AS Id, e.Sequence, 0 AS Source, o.CodeNumber, o.CodeNotation, CAST(NULL AS nvarchar(250)) AS Document, e.BusinessTo, CAST(NULL AS nvarchar(200)) AS ReceiverCode, CAST(NULL AS nvarchar(20)) AS Code
FROM OPENJSON(@keys) WITH (Id uniqueidentifier, Sequence int) AS k
INNER JOIN dbo.DeliveryEvent AS e ON e.DeliveryId = k.Id AND e.Sequence = k.Sequence
INNER JOIN dbo.Delivery AS d ON d.DeliveryId = e.DeliveryId
INNER JOIN dbo.Document AS o ON o.DocumentId = d.DocumentId
UNION ALL
SELECT e.CaseId, e.Sequence, 1, c.CodeNumber, c.CodeNotation, NULL, NULL, c.ReceiverCode, NULL
FROM OPENJSON(@keys) WITH (Id uniqueidentifier, Sequence int) AS k
INNER JOIN dbo.RefusalEvent AS e ON e.CaseId = k.Id AND e.Sequence = k.Sequence
INNER JOIN dbo.RefusalCase AS c ON c.CaseId = e.CaseId
UNION ALL
SELECT e.DifferenceId, e.Sequence, 2, NULL, NULL, b.Document, NULL, NULL, b.Code
FROM OPENJSON(@keys) WITH (Id uniqueidentifier, Sequence int) AS k
INNER JOIN dbo.BookDifferenceEvent AS e ON e.DifferenceId = k.Id AND e.Sequence = k.Sequence
INNER JOIN dbo.BookDifference AS b ON b.DifferenceId = e.DifferenceId;
