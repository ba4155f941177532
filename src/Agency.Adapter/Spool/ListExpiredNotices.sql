SELECT n.AlertId, n.Since, n.Tries, a.Version, a.Body
FROM AlertNotice n
JOIN Alert a ON a.AlertId = n.AlertId
WHERE n.Agency = @Agency AND n.Way = @Way AND a.ClosedAt < @Before
