INSERT INTO Alert (AlertId, Version, Body, LastSeenAt, ClosedAt, ToldAt) VALUES (@AlertId, @Version, @Body, @LastSeenAt, @ClosedAt, @ToldAt)
ON CONFLICT (AlertId) DO UPDATE SET
  Version = excluded.Version, Body = excluded.Body, LastSeenAt = excluded.LastSeenAt, ClosedAt = excluded.ClosedAt,
  ToldAt = CASE WHEN excluded.Version > Alert.Version THEN excluded.ToldAt ELSE Alert.ToldAt END
WHERE excluded.Version > Alert.Version OR (excluded.Version = Alert.Version AND excluded.LastSeenAt >= Alert.LastSeenAt)
