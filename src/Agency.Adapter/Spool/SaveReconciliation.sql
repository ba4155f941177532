INSERT INTO Reconciliation (Day, Answer, AnsweredAt) VALUES (@Day, @Answer, @AnsweredAt)
ON CONFLICT (Day) DO UPDATE SET Answer = excluded.Answer, AnsweredAt = excluded.AnsweredAt
