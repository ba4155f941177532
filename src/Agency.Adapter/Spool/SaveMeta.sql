INSERT INTO Meta (Name, Value) VALUES (@Name, @Value) ON CONFLICT (Name) DO UPDATE SET Value = excluded.Value
