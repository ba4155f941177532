-- The inner list is sorted and joined by loop, so that two writers lock common rows in one order.
SELECT t.*
FROM (SELECT TOP (2147483647) i.Id FROM OPENJSON(@ids) WITH (Id uniqueidentifier '$') AS i ORDER BY i.Id) AS k
INNER LOOP JOIN dbo.Delivery AS t WITH (UPDLOCK, ROWLOCK) ON t.DeliveryId = k.Id;
