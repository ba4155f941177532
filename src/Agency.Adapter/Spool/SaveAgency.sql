INSERT INTO Agency (AgencyId, Entry) VALUES (@AgencyId, @Entry) ON CONFLICT (AgencyId) DO UPDATE SET Entry = excluded.Entry
