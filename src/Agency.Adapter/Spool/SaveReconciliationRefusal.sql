INSERT INTO ReconciliationRefusal (Day, Finding, RefusedAt) VALUES (@Day, @Finding, @RefusedAt)
ON CONFLICT (Day) DO UPDATE SET Finding = excluded.Finding, RefusedAt = excluded.RefusedAt
