INSERT OR IGNORE INTO Meta (Name, Value) VALUES (@Name, @Value)
