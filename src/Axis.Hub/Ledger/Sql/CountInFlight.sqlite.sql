SELECT k.value AS AdapterCode,
    (SELECT COUNT(*) FROM Delivery AS d WHERE d.AdapterCode = k.value AND d.Phase = 1)
    + (SELECT COUNT(*) FROM Delivery AS d WHERE d.AdapterCode = k.value AND d.Phase = 2) AS InFlight
FROM json_each(@ids) AS k;
