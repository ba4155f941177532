SELECT e.DeliveryId AS Id, e.Sequence, 0 AS Source, o.CodeNumber, o.CodeNotation, NULL AS Document, e.BusinessTo, NULL AS ReceiverCode, NULL AS Code
FROM json_each(@keys) AS k
INNER JOIN DeliveryEvent AS e ON e.DeliveryId = k.value ->> 'Id' AND e.Sequence = k.value ->> 'Sequence'
INNER JOIN Delivery AS d ON d.DeliveryId = e.DeliveryId
INNER JOIN Document AS o ON o.DocumentId = d.DocumentId
UNION ALL
SELECT e.CaseId, e.Sequence, 1, c.CodeNumber, c.CodeNotation, NULL, NULL, c.ReceiverCode, NULL
FROM json_each(@keys) AS k
INNER JOIN RefusalEvent AS e ON e.CaseId = k.value ->> 'Id' AND e.Sequence = k.value ->> 'Sequence'
INNER JOIN RefusalCase AS c ON c.CaseId = e.CaseId
UNION ALL
SELECT e.DifferenceId, e.Sequence, 2, NULL, NULL, b.Document, NULL, NULL, b.Code
FROM json_each(@keys) AS k
INNER JOIN BookDifferenceEvent AS e ON e.DifferenceId = k.value ->> 'Id' AND e.Sequence = k.value ->> 'Sequence'
INNER JOIN BookDifference AS b ON b.DifferenceId = e.DifferenceId;
