DELETE FROM Alert
WHERE ClosedAt < @Before AND NOT EXISTS (SELECT 1 FROM AlertNotice n WHERE n.AlertId = Alert.AlertId)
