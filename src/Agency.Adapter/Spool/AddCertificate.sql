INSERT INTO Certificate (Sha256, Der, WithdrawnAt, FetchedAt) VALUES (@Sha256, @Der, @WithdrawnAt, @FetchedAt)
ON CONFLICT (Sha256) DO UPDATE SET WithdrawnAt = excluded.WithdrawnAt, FetchedAt = excluded.FetchedAt
