-- One seek per adapter, however long the backlog is.
WITH RECURSIVE Waiting (Code) AS (
    SELECT MIN(AdapterCode) FROM Delivery WHERE Phase = 0
    UNION ALL
    SELECT (SELECT MIN(d.AdapterCode) FROM Delivery AS d WHERE d.Phase = 0 AND d.AdapterCode > Waiting.Code) FROM Waiting WHERE Code IS NOT NULL),
Claimed (Code) AS (
    SELECT MIN(AdapterCode) FROM Delivery WHERE Phase = 1
    UNION ALL
    SELECT (SELECT MIN(d.AdapterCode) FROM Delivery AS d WHERE d.Phase = 1 AND d.AdapterCode > Claimed.Code) FROM Claimed WHERE Code IS NOT NULL)
SELECT Code FROM Waiting WHERE Code IS NOT NULL
UNION
SELECT Code FROM Claimed WHERE Code IS NOT NULL;
