SELECT d.DeliveryId AS Id
FROM Document AS o
INNER JOIN Delivery AS d ON d.DocumentId = o.DocumentId
WHERE o.AcceptedAt >= @since AND o.AcceptedAt < @until AND d.AdapterCode = @adapter AND d.EverClaimed = 1
UNION
SELECT d.DeliveryId
FROM Delivery AS d
WHERE d.Kind = 'edoc' AND (d.RestSince IS NULL OR d.RestSince >= @since) AND d.AcceptedAt < @until AND d.AdapterCode = @adapter AND d.EverClaimed = 1
    AND (d.SenderAgencyId <> @hub OR d.Transport <> 2)
UNION
SELECT b.LineId
FROM BookDifference AS b
WHERE b.AdapterCode = @adapter AND b.RestSince IS NULL AND b.Side = 1;
