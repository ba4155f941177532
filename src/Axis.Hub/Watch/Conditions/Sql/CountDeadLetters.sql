SELECT COALESCE(AdapterCode, '') AS AdapterCode, COUNT(*) AS Letters
FROM Stuck
WHERE Status = 'open' AND Kind = 'dead-letter'
GROUP BY COALESCE(AdapterCode, '');
