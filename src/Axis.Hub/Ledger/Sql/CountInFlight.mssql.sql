SELECT k.AdapterCode, c.InFlight + p.InFlight AS InFlight
FROM OPENJSON(@ids) WITH (AdapterCode nvarchar(64) '$') AS k
CROSS APPLY (SELECT COUNT(*) AS InFlight FROM dbo.Delivery AS d WHERE d.AdapterCode = k.AdapterCode AND d.Phase = 1) AS c
CROSS APPLY (SELECT COUNT(*) AS InFlight FROM dbo.Delivery AS d WHERE d.AdapterCode = k.AdapterCode AND d.Phase = 2) AS p;
